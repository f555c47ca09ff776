package parley.scenarios.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that is given a chat server of its own, and clients. The server runs in the same process, on a free port of
 * the loopback interface; it and all clients are closed when the test ends, whatever came of it.
 *
 * <p>Parameters may be a {@link ChatServer}, the {@link parley.protocol.Address} of the server, and any number of
 * {@link ChatClient}s. A client is called as the parameter is, for which the test is compiled with {@code -parameters},
 * or as {@link Named} says. All are connected, in the order of the parameters, when the test begins, and each has seen
 * the others come.
 *
 * <pre>{@code
 * @ChatTest
 * void everybodyHears(ChatClient alice, ChatClient bob) {
 *     alice.says("hello");
 *     bob.sees("alice say hello");
 *     bob.seesNothing();
 * }
 * }</pre>
 *
 * <p>On a class it is for all tests in it, of whatever kind.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Test
@ExtendWith(ChatExtension.class)
public @interface ChatTest {

    /** The server's configuration, as chatd's own file has it; that of a method is added to that of its class. */
    String config() default "";
}
