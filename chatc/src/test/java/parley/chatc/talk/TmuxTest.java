package parley.chatc.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
            bob.says("#lobby", "one\rtwo\u202eeerht\u2066");
            bob.says("#lobby", "first\n12:00 alice: second");
            bob.says("#lobby",
                    "\u001bkname\u001b\\ \u001bPtmux;\u001b\u001b]52;c;b3duZWQ=\u0007\u001b\\ \u009b31m\u0085 \u001b[6n");
            bob.says("#lobby", "\u001b[1;1r\u001b[?1049h\u001bc end of it");
            bob.ask(new Command.SetTopic("#lobby", "\u001b[5m\u009bblink"));
            tmux.sees("␛]0;owned␇␛[2J␛[Hcleared").sees("bob: one␍twoeerht").sees("end of it").sees("blink");
            assertThat(tmux.screen()).contains("bob: first\n      12:00 alice: second\n", "in #lobby: bob, alice");
            assertThat(tmux.title()).isEqualTo(title);
            assertThat(tmux.clipboard()).isEmpty();
            tmux.endsWith("#lobby>").seesFooter("[1:#lobby]  alice");
        }
    }

    @Test
    void a_paste_is_a_message_a_line_or_one_as_somebody_chooses() throws Exception {
        try (Guest bob = server.guest("bob"); Tmux tmux = alice(80, 24)) {
            tmux.pastes("one\n/two !!\n\n\tthree").sees("three").presses("Enter");
            tmux.endsWith("send 3 lines [l]ine by line, as [o]ne message, or [n]ot at all?").types("l")
                    .presses("Enter");
            assertThat(bob.hearsTexts(3)).containsExactly("one", "/two !!", "\tthree");
            tmux.pastes("four\n  five").sees("five").presses("Enter").sees("as [o]ne").types("o").presses("Enter");
            assertThat(bob.hears("four\n  five").from()).isEqualTo("alice");
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
            tmux.types("/join dev").presses("Enter").sees("in #dev: alice");
            bob.says("#lobby", "over here");
            tmux.sees("#lobby bob: over here").types("/room 1").presses("Enter").sees("— #lobby —").endsWith("#lobby>");
            assertThat(tmux.screen()).endsWith(" bob: over here\n#lobby>");
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

    @Test
    void rooms_are_counted_at_the_foot_and_turned_to_by_a_key() throws Exception {
        try (Guest bob = server.guest("bob", "#dev"); Tmux tmux = alice(80, 24)) {
            tmux.seesFooter("[1:#lobby]  alice").types("/join dev").presses("Enter").sees("in #dev: bob, alice")
                    .seesFooter("1:#lobby  [2:#dev]  alice");
            bob.says("#lobby", "hi all");
            bob.says("#lobby", "alice, are you there?");
            tmux.seesFooter("1:#lobby(2!1)  [2:#dev]  alice");
            assertThat(tmux.screen()).doesNotContain("hi all");
            tmux.types("half a li").sees("#dev> half a li").presses("M-1").sees("alice, are you there?")
                    .seesFooter("[1:#lobby]  2:#dev  alice").endsWith("#lobby> half a li").presses("M-Right")
                    .endsWith("#dev> half a li");
        }
    }

    @Test
    void a_window_that_changes_its_size_loses_nothing() throws Exception {
        try (Guest bob = server.guest("bob"); Tmux tmux = alice(80, 24)) {
            tmux.types("half").endsWith("#lobby> half");
            for (int[] size : new int[][]{{40, 12}, {200, 50}, {30, 6}, {80, 24}}) {
                tmux.resizes(size[0], size[1]).seesFooter("[1:#lobby]  alice");
                for (int i = 1; i <= 3; i++) {
                    bob.says("#lobby", size[0] + " columns, " + i);
                }
                tmux.sees("bob: " + size[0] + " columns, 3").endsWith("#lobby> half");
                assertThat(tmux.screen()).containsSubsequence(size[0] + " columns, 1\n", size[0] + " columns, 2\n",
                        size[0] + " columns, 3\n").contains("[1:#lobby]  alice");
            }
        }
    }

    @Test
    void a_window_that_becomes_wider_or_narrower_has_one_footer_and_one_line_that_is_typed() throws Exception {
        try (Tmux tmux = alice(40, 12)) {
            String typed = "a line that is longer than forty columns are, by far";
            tmux.types(typed).sees("by far").presses("Home").presses("Right");
            for (int[] size : new int[][]{{70, 12}, {45, 12}, {100, 20}, {38, 8}, {90, 9}}) {
                tmux.resizes(size[0], size[1]).seesFooter("[1:#lobby]  alice");
                await().untilAsserted(() -> assertThat(tmux.screen()).as("at %d columns", size[0])
                        .containsOnlyOnce("[1:#lobby]").containsOnlyOnce("#lobby> a line").containsOnlyOnce("by far"));
            }
            tmux.types("n old").presses("End").endsWith("#lobby> an old" + typed.substring(1));
        }
    }

    @Test
    void what_runs_from_right_to_left_is_text_like_any_other() throws Exception {
        String hebrew = "שָׁלוֹם alice, 123 יום טוב (לכולם)!";
        String arabic = "مرحبا بالعالم, parley 2 نسخة";
        try (Guest david = server.guest("דוד"); Tmux tmux = alice(40, 12)) {
            david.says("#lobby", hebrew);
            david.says("#lobby", arabic);
            tmux.sees("דוד: שָׁלוֹם alice, 123 יום").sees("דוד: مرحبا بالعالم, parley 2");
            tmux.types("ד").presses("Tab").types(arabic + "x").presses("BSpace").sees("#lobby> דוד: مرحبا");
            david.says("#lobby", "עוד שורה");
            tmux.sees("עוד שורה").presses("Enter");
            assertThat(david.hears("דוד: " + arabic).from()).isEqualTo("alice");
            tmux.types(hebrew).presses("Home").types("> ").presses("Enter");
            assertThat(david.hears("> " + hebrew).from()).isEqualTo("alice");
            tmux.endsWith("#lobby>").seesFooter("[1:#lobby]  alice");
        }
    }

    @Test
    void it_rings_for_who_is_named_and_for_nothing_that_others_send() throws Exception {
        try (Guest bob = server.guest("bob"); Tmux tmux = alice(80, 24).looksElsewhere()) {
            bob.says("#lobby", "\u0007 ding \u001b]777;notify;x\u0007");
            tmux.sees("ding");
            assertThat(tmux.rang()).isFalse();
            bob.says("#lobby", "Alice?");
            tmux.sees("Alice?");
            await().until(tmux::rang);
        }
    }

    @Test
    void who_finds_the_nick_taken_is_offered_another() throws Exception {
        try (Guest other = server.guest("alice");
             Tmux tmux = Tmux.running(80, 24,
                     List.of("--server", server.address().toString(), "--nick", "alice"))) {
            tmux.sees("press Enter for the next that is free").presses("Enter").sees("you are alice2 on").sees(
                    "in #lobby: alice, alice2");
            other.hears(parley.protocol.Event.Joined.class, joined -> joined.nick().equals("alice2"));
        }
    }
}
