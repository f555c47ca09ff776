package parley.chatc;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.chatc.Invocation.chatc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCommandTest {

    @TempDir
    private Path directory;
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.createDirectories(directory.resolve("chatc")).resolve("config.toml");
        Files.writeString(file, """
                [servers.work]
                address = "chat.example.org"
                room = "dev"
                nick = "alice"
                password_file = "secret"
                """);
    }

    private Invocation config(String... args) {
        String[] words = new String[args.length + 1];
        words[0] = "config";
        System.arraycopy(args, 0, words, 1, args.length);
        return chatc(words).env("XDG_CONFIG_HOME", directory.toString());
    }

    @Test
    void it_shows_what_is_in_force_and_where_it_comes_from() {
        assertThat(config("--server=work").env("CHATC_NICK", "bob").env("CHATC_PASSWORD", "s3cret")
                .env("CHATC_TLS", "1").run().hasStatus(0)
                .out())
                .isEqualTo("server\tchat.example.org:7667\t%1$s:2:1, which --server names\nnick\tbob\tCHATC_NICK\n"
                        .formatted(file)
                        + "room\t#dev\t%1$s:3:1\npassword\tset\tCHATC_PASSWORD\ntls\ton\tCHATC_TLS\nirc\t\tnothing asks for it: JSON lines are spoken\nservers\twork\t%1$s\n"
                                .formatted(file));
        assertThat(config("--server=work").run().out()).contains("password\tset\t" + directory + "/chatc/secret, which "
                + file + ":5:1 names\n");
    }

    @Test
    void where_nothing_is_set_it_says_what_holds() {
        assertThat(chatc("config").env("HOME", "/nowhere").run().hasStatus(0).out()).isEqualTo("""
                server\t127.0.0.1:7667\tby default
                nick\ttester\tyour login name; if it is taken, the next that is free
                room\t\tthe first in which the server seats everyone
                password\t\tnone is set
                tls\t\tnothing asks for it
                irc\t\tnothing asks for it: JSON lines are spoken
                servers\t\t/nowhere/.config/chatc/config.toml, which is not there
                """);
    }

    @Test
    void as_json_it_is_one_object() {
        assertThat(config("--json", "--room", "x").run().hasStatus(0).out())
                .contains("\"room\":{\"value\":\"#x\",\"from\":\"--room\"}").hasLineCount(1);
    }

    @Test
    void everything_that_is_wrong_in_the_file_is_said() throws IOException {
        Files.writeString(file, "nik = \"a\"\nrom = \"b\"\n");
        assertThat(config().run().hasStatus(2).err()).isEqualTo(
                "chatc: %1$s:1:1: nik is not a key at the top level; did you mean nick?\n".formatted(file)
                        + "chatc: %1$s:2:1: rom is not a key at the top level; did you mean room?\n".formatted(file));
    }
}
