package parley.chatc;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What chatc is given by whoever runs it.
 *
 * @param in the standard input as bytes
 * @param inIsTerminal whether a person types there
 * @param out the standard output; always UTF-8, whatever the locale, as the wire is
 * @param outIsTerminal whether a person reads there
 * @param outEnd tells when nobody reads the standard output any more
 * @param err where chatc speaks of itself
 * @param errIsTerminal whether a person reads there
 * @param env the environment's variables
 * @param login the user's login name
 */
record Shell(InputStream in, boolean inIsTerminal, PrintWriter out, boolean outIsTerminal,
        OutputEnd outEnd, PrintWriter err, boolean errIsTerminal, Map<String, String> env, String login) {

    /** The far end of an output. */
    interface OutputEnd {

        /**
         * Does this, on a thread of its own choice, when nobody reads there any more; never, where that cannot be told.
         */
        void whenGone(Runnable then);
    }

    /** The process's own. */
    static Shell system() {
        return new Shell(new FileInputStream(FileDescriptor.in), isTerminal(0), writer(FileDescriptor.out),
                isTerminal(1), new PipeEnd(1), writer(FileDescriptor.err), isTerminal(2), System.getenv(),
                System.getProperty("user.name", ""));
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
    }

    /** Java's console speaks of input and output only together; Linux says where each descriptor leads. */
    private static boolean isTerminal(int descriptor) {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
        }
    }

    /** A variable's value; empty if it is not set, or to nothing. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(env.get(name)).filter(value -> !value.isEmpty());
    }
}
