package parley.chatc.talk;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jline.keymap.KeyMap;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;

/**
 * Ctrl-Z, after which the shell has the terminal until it says {@code fg}. JLine takes the key for itself and does
 * nothing with it.
 */
final class Suspension {

    private static final String WIDGET = "suspend";
    /** How long a signal may take to stop this process. Until then the terminal is the shell's. */
    private static final Duration AT_MOST = Duration.ofSeconds(1);

    private final WholeLineReader reader;
    private final Terminal terminal;
    private final Attributes before;

    private Suspension(WholeLineReader reader, Terminal terminal) {
        this.reader = reader;
        this.terminal = terminal;
        this.before = terminal.getAttributes();
    }

    /** Binds the key. The terminal is still as the shell left it. */
    static void bind(WholeLineReader reader, Terminal terminal) {
        Suspension suspension = new Suspension(reader, terminal);
        reader.getWidgets().put(WIDGET, suspension::suspend);
        Objects.requireNonNull(reader.getKeyMaps().get(LineReader.MAIN)).bind(new Reference(WIDGET), KeyMap.ctrl('Z'));
    }

    private boolean suspend() {
        Attributes typing = terminal.getAttributes();
        reader.removeFooter();
        terminal.setAttributes(before);
        terminal.writer().println(LineReaderImpl.BRACKETED_PASTE_OFF);
        terminal.flush();
        boolean stopped = stop();
        terminal.setAttributes(typing);
        terminal.writer().print(LineReaderImpl.BRACKETED_PASTE_ON);
        reader.drawFooter();
        reader.redrawLine();
        return stopped;
    }

    /** Stops the process, and returns when it goes on; where no shell could let it go on, it does not stop. */
    private boolean stop() {
        CountDownLatch goingOn = new CountDownLatch(1);
        Terminal.SignalHandler usual = terminal.handle(Terminal.Signal.CONT, signal -> goingOn.countDown());
        try {
            return sendStop() && goingOn.await(AT_MOST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            terminal.handle(Terminal.Signal.CONT, usual);
        }
    }

    /** Java itself cannot send a signal. */
    private static boolean sendStop() throws InterruptedException {
        try {
            return new ProcessBuilder("kill", "-TSTP", Long.toString(ProcessHandle.current().pid())).start()
                    .waitFor() == 0;
        } catch (IOException e) {
            return false; // a system without kill: nothing has stopped, and nothing is lost
        }
    }
}
