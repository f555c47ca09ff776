package parley.chatc.talk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jline.reader.Reference;
import org.jline.reader.UserInterruptException;
import org.jline.reader.Widget;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp;

/**
 * A terminal with a line at its foot that is being typed. One thread reads it; any may show, and say what the prompt
 * is.
 */
final class TerminalScreen implements Screen, Closeable {

    /** No byte is this control character: _POSIX_VDISABLE of Linux. */
    private static final int DISABLED = 0;
    /** For a terminal that does not say how many it has. */
    private static final int USUAL_ROWS = 24;

    private final Terminal terminal;
    private final WholeLineReader reader;
    private final Paint paint;
    private final Thread typist = Thread.currentThread();
    /** For when a signal ends the process: its footer would stay, and the shell could not use that row. */
    private final Thread atTheEnd;
    private boolean asleep;
    private boolean woken;
    private volatile String prompt = "";
    private volatile Supplier<Known> known = () -> Known.NOTHING;

    /** Takes the process's terminal. The thread that calls this is the one that reads. */
    static TerminalScreen open(TerminalSetup setup) throws IOException {
        return new TerminalScreen(
                TerminalBuilder.builder().system(true).dumb(true).encoding(StandardCharsets.UTF_8).build(), setup);
    }

    TerminalScreen(Terminal terminal, TerminalSetup setup) throws IOException {
        this.terminal = terminal;
        this.paint = new Paint(setup.colour());
        this.reader = new WholeLineReader(terminal);
        reader.setParser(parser());
        reader.setCompleter(this::complete);
        Suspension.bind(reader, terminal);
        this.atTheEnd = Thread.ofPlatform().unstarted(reader::removeFooter);
        Runtime.getRuntime().addShutdownHook(atTheEnd);
        holdTerminal();
        setOptions();
        reader.setHistory(new Memory());
        setup.history().filter(TerminalScreen::hasDirectory)
                .ifPresent(file -> reader.setVariable(LineReader.HISTORY_FILE, file));
    }

    /** JLine would do so for each line, and between two lines the terminal would echo keys and swallow a Ctrl-D. */
    private void holdTerminal() {
        var _ = terminal.enterRawMode();
        Attributes raw = terminal.getAttributes();
        // Otherwise JLine (4.5.0) makes a signal of a Ctrl-C, which ends the line, and then reads it as a key, too,
        // which ends the next one.
        raw.setControlChar(Attributes.ControlChar.VINTR, DISABLED);
        terminal.setAttributes(raw);
        Objects.requireNonNull(reader.getKeyMaps().get(LineReader.MAIN))
                .bind(new Reference(LineReader.INTERRUPT), KeyMap.ctrl('C'));
    }

    private void setOptions() {
        // What somebody says is a text: !! in it is no call for an earlier line.
        reader.option(LineReader.Option.DISABLE_EVENT_EXPANSION, true);
        // What was typed is shown as it was said, so that it need not be seen twice.
        reader.option(LineReader.Option.ERASE_LINE_ON_FINISH, true);
        reader.option(LineReader.Option.CASE_INSENSITIVE, true);
        reader.setVariable(LineReader.SECONDARY_PROMPT_PATTERN, "");
        reader.setVariable(LineReader.BELL_STYLE, "none");
    }

    /** Words are what stands between blanks: quotes and backslashes are characters like any other. */
    private static DefaultParser parser() {
        return new DefaultParser().quoteChars(new char[0]).escapeChars(new char[0]).eofOnUnclosedQuote(false)
                .eofOnEscapedNewLine(false);
    }

    /** Whether the file's directory is there; makes one that nobody else may look into. */
    private static boolean hasDirectory(Path file) {
        Path directory = Optional.ofNullable(file.getParent()).orElseThrow();
        try {
            Files.createDirectories(directory,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            return Files.isWritable(directory);
        } catch (IOException e) {
            return false; // where there is no place for it, the history ends with the run
        }
    }

    /** Has these keys do what they do besides the line that is being typed. */
    void bind(List<Shortcut> shortcuts, Consumer<Shortcut> pressed) {
        KeyMap<Binding> keys = Objects.requireNonNull(reader.getKeyMaps().get(LineReader.MAIN));
        for (Shortcut shortcut : shortcuts) {
            Widget widget = () -> {
                pressed.accept(shortcut);
                return true;
            };
            keys.bind(widget, shortcut.sequence());
        }
    }

    void completeWith(Supplier<Known> names) {
        known = names;
    }

    private void complete(LineReader source, ParsedLine line, List<Candidate> candidates) {
        Completion.of(line.line().substring(0, line.cursor()), known.get()).forEach(it -> candidates.add(new Candidate(
                it.word(), it.word(), null, it.help().isEmpty() ? null : it.help(), null, null, true)));
    }

    /** Waits until a line is finished, thrown away, or will not come. */
    Typed read() {
        if (!fallAsleep()) {
            return new Typed.Interrupted("");
        }
        try {
            return new Typed.Line(reader.readLine(escaped(prompt)));
        } catch (UserInterruptException e) {
            return new Typed.Interrupted(e.getPartialLine());
        } catch (EndOfFileException e) {
            return new Typed.EndOfInput();
        } finally {
            awake();
        }
    }

    private synchronized boolean fallAsleep() {
        asleep = !woken;
        return asleep;
    }

    /** JLine leaves the thread interrupted; that has been heard. */
    private synchronized void awake() {
        asleep = false;
        var _ = Thread.interrupted();
    }

    /** Ends a {@link #read} that waits, and lets none wait any more. Any thread. */
    synchronized void wake() {
        woken = true;
        if (asleep) {
            typist.interrupt();
        }
    }

    @Override
    public void show(List<Row> rows) {
        if (!rows.isEmpty()) {
            reader.printAbove(paint.paint(rows));
        }
    }

    @Override
    public void prompt(String text) {
        if (!text.equals(prompt)) {
            prompt = text;
            reader.setPrompt(escaped(text));
            redisplay();
        }
    }

    @Override
    public boolean hasFooter() {
        return reader.hasFooter();
    }

    @Override
    public void footer(Footer footer) {
        reader.setFooter(columns -> paint.paint(List.of(footer.fit(columns, paint::columns))));
    }

    @Override
    public void ring() {
        terminal.puts(InfoCmp.Capability.bell);
        terminal.flush();
    }

    @Override
    public int height() {
        int rows = terminal.getSize().getRows();
        return rows > 0 ? rows : USUAL_ROWS;
    }

    private void redisplay() {
        try {
            reader.callWidget(LineReader.REDISPLAY);
        } catch (IllegalStateException e) {
            return; // nothing is being typed just now, and what is next has the prompt
        }
    }

    /** To JLine a percent sign begins a pattern. */
    private static String escaped(String prompt) {
        return prompt.replace("%", "%%");
    }

    @Override
    public void close() throws IOException {
        try {
            Runtime.getRuntime().removeShutdownHook(atTheEnd);
        } catch (IllegalStateException e) {
            return; // the process ends, and that does the rest
        }
        reader.removeFooter();
        terminal.close();
    }
}
