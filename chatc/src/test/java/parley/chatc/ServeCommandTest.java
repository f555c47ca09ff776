package parley.chatc;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.chatc.Invocation.chatc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bot of two lines of shell, recorded against a server and then run against none. */
class ServeCommandTest {

    private static final String BOT = """
            exec 3<>/dev/tcp/$CHATC_HOST/$CHATC_PORT
            echo '{"do":"hello","nick":"bot","password":"'$1'"}' >&3
            read -r welcome <&3
            echo '{"do":"say","room":"#lobby","text":"'$2'"}' >&3
            read -r done <&3
            echo '{"do":"quit"}' >&3
            cat <&3 >/dev/null
            """;

    @TempDir
    private Path directory;
    private Path file;

    @BeforeEach
    void record() {
        file = directory.resolve("bot.jsonl");
        try (TestServer server = TestServer.start()) {
            chatc("record", "--proxy", "--out", file.toString(), "--", "bash", "-c", BOT, "bot", "", "hello").at(server)
                    .run().hasStatus(0);
        }
    }

    private Invocation serve(String text, String more) {
        return chatc("serve", "--within", "20s", file.toString(), "--", "bash", "-c", BOT + more, "bot", "", text);
    }

    @Test
    void a_bot_that_does_the_same_passes_with_its_own_status() {
        assertThat(serve("hello", "").run().hasStatus(0).err()).contains("as recorded  ", "lines as expected");
        assertThat(serve("hello", "exit 5").run().hasStatus(5).err()).contains("ended with status 5");
    }

    @Test
    void a_bot_that_does_something_else_fails() {
        assertThat(serve("hullo", "").run().hasStatus(1).err()).contains(
                "text: expected \"hello\", got \"hullo\"", "NOT AS RECORDED");
    }

    @Test
    void a_bot_that_hangs_or_never_connects_is_ended_with_124() {
        Path running = directory.resolve("pid");
        assertThat(chatc("serve", "--within", "300ms", file.toString(), "--", "sh", "-c",
                "echo $$ > " + running + "; exec sleep 600").run().hasStatus(124).err()).contains("nobody connected");
        assertThat(running).satisfies(pid -> assertThat(
                ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).filter(ProcessHandle::isAlive))
                .isEmpty());
    }

    @Test
    void a_bot_that_ends_before_it_connects_fails_at_once() {
        assertThat(chatc("serve", file.toString(), "--", "sh", "-c", "exit 3").run().hasStatus(1).err())
                .contains("it ended with status 3");
    }

    @Test
    void a_bot_that_goes_on_is_ended_and_has_passed() {
        serve("hello", "sleep 600").run().hasStatus(0);
    }

    @Test
    void a_bot_comes_over_tls_where_that_is_asked_for() throws Exception {
        SelfSigned certificate = SelfSigned.make(directory.resolve("cert.pem"));
        Path said = Files.writeString(directory.resolve("said.jsonl"), """
                {"recording":1,"by":"test"}
                {"t":0,"who":"c1","opened":"client"}
                {"t":0,"who":"c1","dir":"out","event":{"do":"hello","nick":"bot"}}
                {"t":0,"who":"c1","dir":"in","event":{"on":"welcomed","nick":"bot","server":"x","rooms":["#lobby"],"motd":""}}
                {"t":0,"who":"c1","dir":"out","event":{"do":"say","room":"#lobby","text":"hello"}}
                {"t":0,"who":"c1","dir":"in","event":{"on":"done","room":"#lobby","cursor":"5"}}
                """);
        String bot = "openssl s_client -quiet -verify_return_error -CAfile $CHATC_TLS_CA -connect $CHATC_SERVER";
        String says = "printf '%s\\n' '{\"do\":\"hello\",\"nick\":\"bot\"}'"
                + " '{\"do\":\"say\",\"room\":\"#lobby\",\"text\":\"hello\"}'";
        chatc("serve", "--tls-cert", certificate.toString(), said.toString(), "--", "sh", "-c", says + " | " + bot)
                .run().hasStatus(0);
        assertThat(chatc("serve", "--within", "3s", said.toString(), "--", "sh", "-c",
                "printf x | openssl s_client -quiet -connect $CHATC_SERVER; sleep 60").run().hasStatus(124).err())
                .contains("the last who tried did not get in: the other end speaks TLS");
        assertThat(chatc("serve", "--within", "3s", "--tls-cert", certificate.toString(), said.toString(), "--",
                "bash", "-c", BOT, "bot", "", "hello").run().hasStatus(1).err()).contains("did not get in");
    }

    @Test
    void what_is_no_certificate_is_said() throws Exception {
        assertThat(serveOver("--tls").hasStatus(2).err()).contains("name one with --tls-cert");
        assertThat(serveOver("--tls-key", "key.pem").hasStatus(2).err()).contains("--tls-key is the key of");
        assertThat(serveOver("--tls-cert", "nowhere.pem").hasStatus(2).err()).contains("nowhere.pem");
        assertThat(serveOver("--tls-cert", file.toString()).hasStatus(2).err()).contains("bot.jsonl");
        SelfSigned one = SelfSigned.make(directory.resolve("one.pem"));
        SelfSigned two = SelfSigned.make(directory.resolve("two.pem"));
        assertThat(serveOver("--tls-cert", one.toString(), "--tls-key", two.toString()).hasStatus(2).err())
                .contains("two.pem");
        assertThat(serveOver("--tls-cert", one.toString(), "--tls-ca", two.toString()).hasStatus(2).err())
                .contains("--tls-ca is about servers");
    }

    private Invocation.Finished serveOver(String... tls) {
        return chatc("serve").with(tls).with(file.toString()).run();
    }

    @Test
    void of_a_scenario_the_bot_is_one_of_the_clients() throws IOException {
        Path scenario = Files.writeString(directory.resolve("greets.chat"), """
                alice connects
                bot connects
                alice sees bot join
                bot says hel*
                alice sees bot say {what}
                alice says {what}
                bot disconnects
                alice sees bot leave
                """);
        assertThat(serveScenario(scenario, "hello").hasStatus(0).err()).contains("as written  ");
        assertThat(serveScenario(scenario, "goodbye").hasStatus(1).err()).contains("greets.chat:4: bot says hel*",
                "bot said something else", "came      bot says in #lobby goodbye", "NOT AS WRITTEN");
        assertThat(chatc("serve", "--within", "300ms", scenario.toString(), "--", "sleep", "600").run()
                .hasStatus(124).err()).contains("greets.chat:2: bot connects", "bot did not connect within 300 ms");
    }

    private Invocation.Finished serveScenario(Path scenario, String text) {
        String bot = BOT.replace(",\"password\":\"'$1'\"", "");
        return chatc("serve", "--within", "20s", scenario.toString(), "--", "bash", "-c", bot, "bot", "", text).run();
    }

    @Test
    void which_client_is_under_test_is_asked_for_where_that_is_not_clear() throws IOException {
        Path scenario = Files.writeString(directory.resolve("two.chat"), "alice connects\nbob connects\n");
        assertThat(chatc("serve", scenario.toString()).run().hasStatus(2).err())
                .contains("is under test with --as: alice, bob");
        assertThat(chatc("serve", "--as", "carol", scenario.toString()).run().hasStatus(2).err())
                .contains("there is no client carol in");
        assertThat(chatc("serve", "--as", "bot", file.toString()).run().hasStatus(2).err())
                .contains("--as and --set are for scenarios");
        assertThat(chatc("serve", "--speed", "1", scenario.toString()).run().hasStatus(2).err())
                .contains("--speed is for recordings");
        Path broken = Files.writeString(directory.resolve("broken.chat"), "alice dances\n");
        assertThat(chatc("serve", broken.toString()).run().hasStatus(2).err()).contains("broken.chat:1");
    }

    @Test
    void what_cannot_be_done_is_said() throws IOException {
        assertThat(chatc("serve", "nowhere.jsonl").run().hasStatus(2).err())
                .contains("there is no recording nowhere.jsonl");
        assertThat(chatc("serve", file.toString(), "--", "no-such-bot").run().hasStatus(2).err())
                .contains("there is no command no-such-bot");
        assertThat(chatc("serve", "--port-file", directory.resolve("no/port").toString(), file.toString()).run()
                .hasStatus(2).err()).contains("cannot be written");
    }
}
