package parley.scenarios.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;
import org.opentest4j.AssertionFailedError;
import parley.protocol.Address;
import parley.scenarios.RunOptions;
import parley.scenarios.Scenarios;

/** What tests are given, and how they fail. */
final class ChatTestTest {

    @ChatTest
    void clientsAreThereAndHaveSeenEachOther(ChatClient alice, ChatClient bob) throws InterruptedException {
        alice.seesNothing();
        bob.seesNothing();
        alice.says("hello");
        bob.seesNothingBut("alice say hello");
        bob.does("drops");
        alice.sees("bob leave").doesNotSee("bob join");
    }

    @ChatTest
    void whatIsSaidIsSaidAsItStands(ChatClient alice, ChatClient bob) throws InterruptedException {
        int number = 0;
        for (String text : List.of("in #lobby hello", " \\n {x} *\t\"", "/a/", "two\nlines")) {
            String said = "{said" + number++ + "}";
            alice.says(text);
            bob.sees("alice say " + said);
            bob.does("says " + said);
            alice.sees("bob say " + said);
        }
    }

    @ChatTest(config = "motd = \"Be kind.\"")
    void theServerIsAsConfigured(ChatServer server, Address address, @Named("bob-2") ChatClient bob)
            throws InterruptedException {
        assertThat(server.address()).isEqualTo(address);
        assertThat(bob.name()).isEqualTo("bob-2");
        server.client("carol").does("connects").sees("welcome Be kind.");
        server.step("bob-2 sees carol join");
    }

    /** Not found by the build, which looks for names that end in Test. */
    static final class Failing {

        static final List<Address> SERVERS = new ArrayList<>();

        @ChatTest
        void somethingDoesNotCome(ChatClient alice, Address address) throws InterruptedException {
            SERVERS.add(address);
            alice.sees("bob join within 10ms");
        }

        @ChatTest
        void aRefusalIsNotSeen(ChatClient alice) throws InterruptedException {
            alice.does("leaves #nowhere");
        }

        @ChatTest
        void aStepIsNone(ChatClient alice) throws InterruptedException {
            alice.does("dances");
        }

        @ChatTest(config = "mottd = \"?\"")
        void aConfigurationIsWrong(ChatServer server) {
            throw new AssertionError("there must be no such server: " + server.address());
        }

        @TestFactory
        Stream<DynamicTest> nothing() {
            return Scenarios.in("nowhere");
        }
    }

    @Test
    void whatFailsTellsWhy() {
        Events tests =
                EngineTestKit.engine("junit-jupiter").selectors(selectClass(Failing.class)).execute().allEvents();
        tests.assertThatEvents().haveExactly(1, event(test("somethingDoesNotCome"), finishedWithFailure(
                instanceOf(AssertionFailedError.class), message(text -> text.contains("alice sees bob join")))));
        tests.assertThatEvents().haveExactly(1, event(test("aRefusalIsNotSeen"), finishedWithFailure(
                instanceOf(AssertionFailedError.class), message(text -> text.contains("not-a-member")))));
        tests.assertThatEvents().haveExactly(1, event(test("aStepIsNone"), finishedWithFailure(
                instanceOf(IllegalArgumentException.class), message(text -> text.contains("^^^^^^")))));
        tests.assertThatEvents().haveExactly(1, event(test("aConfigurationIsWrong"), finishedWithFailure(
                message(text -> text.contains("did you mean motd")))));
        tests.assertThatEvents().haveExactly(1, event(test("nothing"), finishedWithFailure(
                instanceOf(AssertionFailedError.class), message(text -> text.contains("nowhere")))));
        Address server = Failing.SERVERS.getFirst();
        assertThatThrownBy(() -> new Socket(server.host(), server.port()).close()).as("the server is closed")
                .isInstanceOf(IOException.class);
    }

    @Test
    void aScenarioThatFailsLeadsToItsLine(@TempDir Path folder)
            throws IOException {
        Path file = Files.writeString(folder.resolve("x.chat"), """
                alice and bob connect
                alice sees nothing
                """);
        DynamicTest test = Scenarios.in(folder, RunOptions.STANDARD).findFirst().orElseThrow();
        assertThat(test.getTestSourceUri()).contains(URI.create(file.toUri() + "?line=1"));
        assertThatThrownBy(() -> test.getExecutable().execute())
                .isInstanceOfSatisfying(AssertionFailedError.class, error -> {
                    assertThat(error.getStackTrace()[0]).hasToString("scenario.step(" + file + ":2)");
                    assertThat(error.getExpected().getStringRepresentation()).isEqualTo("nothing");
                    assertThat(error.getActual().getStringRepresentation()).isEqualTo("bob join #lobby");
                });
    }
}
