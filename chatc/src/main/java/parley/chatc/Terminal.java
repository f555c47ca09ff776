package parley.chatc;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;

/** The terminal that chatc was started at, wherever its input and output lead: {@code make | chatc send} has one, too. */
final class Terminal {

    private static final File TTY = new File("/dev/tty");

    private Terminal() {
    }

    /** Asks for a line that is not shown while it is typed. */
    static String secret(String prompt) throws IOException {
        try (RandomAccessFile tty = new RandomAccessFile(TTY, "rw")) {
            Thread restore = new Thread(() -> echo(true), "echo");
            Runtime.getRuntime().addShutdownHook(restore); // Ctrl-C at the prompt
            echo(false);
            try {
                tty.write(prompt.getBytes(StandardCharsets.UTF_8));
                String line = tty.readLine();
                tty.write('\n');
                // readLine makes each byte a char.
                return line == null
                        ? ""
                        : new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            } finally {
                echo(true);
                Runtime.getRuntime().removeShutdownHook(restore);
            }
        }
    }

    private static void echo(boolean on) {
        try {
            new ProcessBuilder("stty", on ? "echo" : "-echo").redirectInput(TTY).start().waitFor();
        } catch (IOException e) {
            return; // without stty it is shown, which is no reason not to ask
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
