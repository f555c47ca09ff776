package parley.chatc.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Size;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keys do, on a terminal of bytes. How it looks is for a real one to tell. */
class TerminalScreenTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final List<Typed> LAST =
            List.of(new Typed.Line("/end"), new Typed.Interrupted(""), new Typed.EndOfInput());

    @TempDir
    private Path state;
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final BlockingQueue<Typed> typed = new LinkedBlockingQueue<>();
    private LineDisciplineTerminal terminal;
    private TerminalScreen screen;
    private Thread typist;

    @BeforeEach
    void open() throws Exception {
        terminal = new LineDisciplineTerminal("test", "xterm-256color", output, StandardCharsets.UTF_8);
        terminal.setSize(Size.of(80, 24));
        BlockingQueue<TerminalScreen> opened = new LinkedBlockingQueue<>();
        typist = Thread.ofPlatform().daemon().start(() -> read(opened));
        screen = opened.poll(20, TimeUnit.SECONDS);
        await().atMost(PATIENCE).until(() -> shown().contains("#lobby> "));
    }

    private void read(BlockingQueue<TerminalScreen> opened) {
        try {
            TerminalScreen mine = new TerminalScreen(terminal, new TerminalSetup(true, true, Optional.of(history())));
            mine.completeWith(() -> new Known(List.of("bob"), List.of("bob"), List.of("#dev")));
            mine.prompt("#lobby> ");
            opened.add(mine);
            Typed next;
            do {
                next = mine.read();
                typed.add(next);
            } while (!LAST.contains(next));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void close() throws Exception {
        press("\u0015/end\r");
        typist.join(TimeUnit.SECONDS.toMillis(20));
        screen.close();
    }

    private Path history() {
        return state.resolve("chatc").resolve("history");
    }

    /** What was written, without the sequences that move the cursor and hold the screen meanwhile. */
    private String shown() {
        return output.toString(StandardCharsets.UTF_8).replaceAll("\u001b\\[[0-9;?]*[A-Za-z]", "");
    }

    private void press(String keys) throws IOException {
        terminal.processInputBytes(keys.getBytes(StandardCharsets.UTF_8));
    }

    private Typed next() throws InterruptedException {
        return typed.poll(20, TimeUnit.SECONDS);
    }

    @Test
    void what_is_typed_is_a_text_and_no_shell() throws Exception {
        press("it's \\n \"quoted !! $HOME 日本 🙂 \\\r");
        assertThat(next()).isEqualTo(new Typed.Line("it's \\n \"quoted !! $HOME 日本 🙂 \\"));
        press("  !! %N #x\r");
        assertThat(next()).isEqualTo(new Typed.Line("  !! %N #x"));
    }

    @Test
    void what_is_pasted_comes_whole() throws Exception {
        press("\u001b[200~one\r\ttwo\r\rthree\u001b[201~");
        press("\r");
        assertThat(next()).isInstanceOfSatisfying(Typed.Line.class,
                line -> assertThat(line.text().split("\r\n|\r|\n")).containsExactly("one", "\ttwo", "", "three"));
    }

    @Test
    void control_c_throws_the_line_away_and_control_d_is_the_end_where_there_is_none() throws Exception {
        press("half");
        await().atMost(PATIENCE).until(() -> shown().contains("half"));
        press("\u0003");
        assertThat(next()).isEqualTo(new Typed.Interrupted("half"));
        press("ab\u0002\u0004\r");
        assertThat(next()).isEqualTo(new Typed.Line("a"));
        press("\u0004");
        assertThat(next()).isEqualTo(new Typed.EndOfInput());
    }

    @Test
    void tab_completes() throws Exception {
        press("b\thi\r");
        assertThat(next()).isEqualTo(new Typed.Line("bob: hi"));
        press("don't \\ b\thi\r");
        assertThat(next()).isEqualTo(new Typed.Line("don't \\ bob hi"));
        press("/jo\t#\t\r");
        assertThat(next()).isInstanceOfSatisfying(Typed.Line.class,
                line -> assertThat(line.text().strip()).isEqualTo("/join #dev"));
    }

    @Test
    void what_is_shown_leaves_the_line_as_it_is() throws Exception {
        press("half");
        await().atMost(PATIENCE).until(() -> shown().contains("half"));
        screen.show(List.of(Row.of(Look.Tone.PLAIN, "above"), Row.of(Look.Tone.PLAIN, "below")));
        assertThat(shown()).containsSubsequence("half", "above", "below", "#lobby> half");
        screen.prompt("100%N> ");
        assertThat(shown()).contains("100%N");
        press(" a line\r");
        assertThat(next()).isEqualTo(new Typed.Line("half a line"));
    }

    @Test
    void a_read_that_waits_can_be_ended_and_then_none_waits() throws Exception {
        press("half");
        await().atMost(PATIENCE).until(() -> shown().contains("half"));
        screen.wake();
        assertThat(next()).isEqualTo(new Typed.Interrupted("half"));
        assertThat(next()).isEqualTo(new Typed.Interrupted(""));
    }

    @Test
    void what_was_typed_is_kept_for_the_next_run_and_for_nobody_else() throws Exception {
        press("/join dev s3cret\r");
        assertThat(next()).isNotNull();
        press("remember me\r");
        assertThat(next()).isNotNull();
        await().atMost(PATIENCE)
                .until(() -> Files.exists(history()) && Files.readString(history()).contains("remember me"));
        assertThat(Files.readString(history())).doesNotContain("s3cret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(history()))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(history().getParent())))
                .isEqualTo("rwx------");
    }
}
