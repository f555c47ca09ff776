package parley.chatc.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import parley.chatc.Guest;
import parley.chatc.ServerProcess;
import parley.chatc.TestServer;
import parley.protocol.Command;

/** The interactive client on a real terminal, as somebody sees it who types there. */
@EnabledIf(value = "parley.chatc.talk.Tmux#isThere",
        disabledReason = "tmux, the terminal of these tests, is not installed")
class TmuxTest {

    private final TestServer server = TestServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    private Tmux alice(int columns, int rows, String... environment) throws Exception {
        return Tmux
                .running(columns, rows, List.of("--server", server.address().toString(), "--nick", "alice"),
                        environment)
                .sees("in #lobby: ").endsWith("#lobby>");
    }

    @Test
    void what_others_say_stands_above_the_line_that_is_being_typed() throws Exception {
        try (Guest bob = server.guest("bob"); Tmux tmux = alice(80, 24)) {
            tmux.types("half a li").sees("#lobby> half a li");
            bob.says("#lobby", "hello alice");
            tmux.sees("bob: hello alice").sees("#lobby> half a li");
            tmux.endsWith("#lobby> half a li");
            tmux.types("ne").presses("Enter").sees("alice: half a line");
            bob.hears("half a line");
            tmux.endsWith("#lobby>");
            assertThat(tmux.screen()).containsSubsequence("bob: hello alice", "alice: half a line")
                    .containsOnlyOnce("half a line");
        }
    }

    @Test
    void a_hundred_messages_leave_it_whole_too_and_wide_letters_do() throws Exception {
        try (Guest bob = server.guest("bob"); Tmux tmux = alice(40, 12)) {
            String typed = "日本語 🙂 this one wraps at forty columns 🙂🎉 yes";
            tmux.types(typed);
            for (int i = 0; i < 100; i++) {
                bob.says("#lobby", "message " + i);
            }
            tmux.sees("message 99").presses("Enter");
            assertThat(bob.hears(typed).from()).isEqualTo("alice");
            tmux.sees("alice: 日本語 🙂 this one wraps at");
            assertThat(tmux.screen()).containsSubsequence("message 96\n", "message 97\n", "message 98\n",
                    "message 99\n");
            tmux.endsWith("#lobby>");
        }
    }

    @Test
    void an_emoji_where_the_row_ends_does_not_eat_what_is_above() throws Exception {
        try (Tmux tmux = alice(40, 12)) {
            tmux.types("a".repeat(31) + "🙂 end").sees("🙂 end");
            assertThat(tmux.screen()).contains("in #lobby: alice\n#lobby> " + "a".repeat(31) + "\n🙂 end");
        }
    }

    @Test
    void what_is_hostile_is_seen_and_not_obeyed() throws Exception {
        try (Guest bob = server.guest("bob"); Tmux tmux = alice(80, 24)) {
            String title = tmux.title();
            bob.says("#lobby", "\u001b]0;owned\u0007\u001b[2J\u001b[Hcleared");
            bob.says("#lobby", "one\rtwo\u202eeerht");
            bob.says("#lobby", "first\n12:00 alice: second");
            bob.ask(new Command.SetTopic("#lobby", "\u001b[5m\u009bblink"));
            tmux.sees("␛]0;owned␇␛[2J␛[Hcleared").sees("bob: one␍twoeerht").sees("blink");
            assertThat(tmux.screen()).contains("bob: first\n      12:00 alice: second\n", "in #lobby: bob, alice");
            assertThat(tmux.title()).isEqualTo(title);
            tmux.endsWith("#lobby>");
        }
    }

    @Test
    void a_paste_is_a_message_a_line() throws Exception {
        try (Guest bob = server.guest("bob"); Tmux tmux = alice(80, 24)) {
            tmux.pastes("one\n/two !!\n\n\tthree").sees("three").presses("Enter");
            assertThat(bob.hearsTexts(3)).containsExactly("one", "/two !!", "\tthree");
        }
    }

    @Test
    void tab_completes_commands_nicks_and_rooms() throws Exception {
        try (Guest bob = server.guest("bobby", "#development"); Tmux tmux = alice(80, 24)) {
            tmux.types("/jo").presses("Tab").types("dev").presses("Enter").sees("#dev>");
            tmux.types("/join #l").presses("Tab").presses("Enter").sees("#lobby>");
            tmux.types("bo").presses("Tab").types("hi").presses("Enter");
            assertThat(bob.hears("bobby: hi").room()).isEqualTo("#lobby");
        }
    }

    @Test
    void control_d_says_goodbye() throws Exception {
        try (Tmux tmux = alice(80, 24)) {
            tmux.presses("C-d").sees("goodbye").sees("ended with 0");
        }
    }

    @Test
    void quit_says_goodbye_to_the_others() throws Exception {
        try (Guest bob = server.guest("bob"); Tmux tmux = alice(80, 24)) {
            tmux.types("/quit see you").presses("Enter").sees("ended with 0");
            bob.hears(parley.protocol.Event.Left.class,
                    left -> left.nick().equals("alice") && left.why().equals("see you"));
        }
    }

    @Test
    void control_c_clears_the_line_and_twice_ends() throws Exception {
        try (Tmux tmux = alice(80, 24)) {
            tmux.types("half").sees("#lobby> half").presses("C-c").sees("Ctrl-C once more leaves");
            tmux.endsWith("#lobby>");
            tmux.presses("C-c").sees("goodbye").sees("ended with 130");
        }
    }

    @Test
    void control_z_gives_the_shell_the_terminal_until_it_gives_it_back() throws Exception {
        try (Guest bob = server.guest("bob"); Tmux tmux = alice(80, 24)) {
            tmux.types("half").sees("#lobby> half").presses("C-z").sees("Stopped");
            tmux.types("echo shell $((6 * 7))").presses("Enter").sees("shell 42");
            bob.says("#lobby", "meanwhile");
            tmux.types("fg").presses("Enter").sees("bob: meanwhile").sees("#lobby> half").types(" a line")
                    .presses("Enter").sees("alice: half a line");
        }
    }

    @Test
    void what_was_typed_while_the_server_was_away_is_said_once_it_is_back(@TempDir Path folder) throws Exception {
        try (ServerProcess away = ServerProcess.start(folder);
             Tmux tmux = Tmux.running(80, 24, List.of("--server", away.address().toString(), "--nick", "alice"))) {
            tmux.sees("in #lobby: alice").endsWith("#lobby>").types("half").sees("#lobby> half");
            away.kill();
            tmux.sees("the connection is lost").endsWith("#lobby (not connected)> half").types(" a line")
                    .presses("Enter").sees("waits for the connection: half a line");
            away.startAgain();
            tmux.sees("connected again as alice").sees("alice: half a line").endsWith("#lobby>");
            try (Guest bob = Guest.come(away.address(), "bob")) {
                bob.says("#lobby", "welcome back");
                tmux.sees("bob: welcome back");
            }
            assertThat(tmux.screen()).containsOnlyOnce("alice: half a line");
        }
    }

    @Test
    void colours_are_used_and_no_color_is_heeded() throws Exception {
        try (Guest bob = server.guest("bob"); Tmux plain = alice(80, 24, "NO_COLOR=1")) {
            bob.says("#lobby", "hello");
            assertThat(plain.sees("bob: hello").colours()).doesNotContain("\u001b[38");
            plain.presses("C-d").sees("ended with 0");
            try (Tmux coloured = alice(80, 24)) {
                assertThat(coloured.sees("bob: hello").colours()).contains("\u001b[38;5;");
            }
        }
    }

    @Test
    void a_dumb_terminal_will_do() throws Exception {
        try (Guest bob = server.guest("bob"); Tmux tmux = alice(80, 24, "TERM=dumb")) {
            bob.says("#lobby", "hello");
            tmux.sees("bob: hello").types("hi bob").presses("Enter").sees("alice: hi bob");
            bob.hears("hi bob");
            tmux.presses("C-d").sees("ended with 0");
        }
    }

    @Test
    void the_history_comes_back_with_the_next_run() throws Exception {
        try (Guest bob = server.guest("bob"); Tmux tmux = alice(80, 24)) {
            tmux.types("remember").presses("Enter");
            bob.hears("remember");
            tmux.presses("C-d").sees("ended with 0").again().sees("in #lobby: ").endsWith("#lobby>")
                    .presses("Up")
                    .sees("#lobby> remember").presses("Enter");
            bob.hears("remember");
        }
    }
}
