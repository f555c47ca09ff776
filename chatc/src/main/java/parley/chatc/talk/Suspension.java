package parley.chatc.talk;

import java.io.IOException;
import java.util.Objects;
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

    private final LineReaderImpl reader;
    private final Terminal terminal;
    private final Attributes before;

    private Suspension(LineReaderImpl reader, Terminal terminal) {
        this.reader = reader;
        this.terminal = terminal;
        this.before = terminal.getAttributes();
    }

    /** Binds the key. The terminal is still as the shell left it. */
    static void bind(LineReaderImpl reader, Terminal terminal) {
        Suspension suspension = new Suspension(reader, terminal);
        reader.getWidgets().put(WIDGET, suspension::suspend);
        Objects.requireNonNull(reader.getKeyMaps().get(LineReader.MAIN)).bind(new Reference(WIDGET), KeyMap.ctrl('Z'));
    }

    private boolean suspend() {
        Attributes typing = terminal.getAttributes();
        terminal.setAttributes(before);
        terminal.writer().println(LineReaderImpl.BRACKETED_PASTE_OFF);
        terminal.flush();
        boolean stopped = stop();
        terminal.setAttributes(typing);
        terminal.writer().print(LineReaderImpl.BRACKETED_PASTE_ON);
        reader.redrawLine();
        return stopped;
    }

    /** Java cannot send a signal. This returns when the process goes on. */
    private static boolean stop() {
        try {
            return new ProcessBuilder("kill", "-TSTP", Long.toString(ProcessHandle.current().pid())).start()
                    .waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
