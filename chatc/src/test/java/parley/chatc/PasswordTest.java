package parley.chatc;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.chatc.Invocation.chatc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server is shown, which is played by hand. */
class PasswordTest {

    private final ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    @TempDir
    private Path directory;

    PasswordTest() throws IOException {
        // It listens.
    }

    @AfterEach
    void close() throws IOException {
        listener.close();
    }

    private Invocation send(String... args) {
        String[] words = new String[args.length + 2];
        words[0] = "send";
        words[1] = "hi";
        System.arraycopy(args, 0, words, 2, args.length);
        return chatc(words).env("CHATC_SERVER", "127.0.0.1:" + listener.getLocalPort());
    }

    private String hello(Invocation send) throws IOException {
        Invocation.Running run = send.start();
        try (Socket connection = listener.accept()) {
            String hello = new BufferedReader(
                    new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8)).readLine();
            connection.getOutputStream().write(
                    "{\"on\":\"refused\",\"re\":\"1\",\"why\":\"password-wrong\",\"text\":\"no\"}\n"
                            .getBytes(StandardCharsets.UTF_8));
            connection.shutdownOutput();
            run.finish().hasStatus(77);
            return hello;
        }
    }

    @Test
    void it_comes_from_the_first_line_of_a_file_or_from_a_variable() throws IOException {
        Path file = Files.writeString(directory.resolve("secret"), "s3 cret\nand more\n");
        assertThat(hello(send("--password-file", file.toString()).env("CHATC_PASSWORD", "other")))
                .contains("\"nick\":\"tester\",\"password\":\"s3 cret\"");
        assertThat(hello(send("--nick=al").env("CHATC_PASSWORD", "v").env("CHATC_PASSWORD_FILE", file.toString())))
                .contains("\"nick\":\"al\",\"password\":\"v\"");
        assertThat(hello(send().env("CHATC_PASSWORD_FILE", file.toString()))).contains("\"password\":\"s3 cret\"");
        assertThat(hello(send())).doesNotContain("password");
    }

    @Test
    void a_file_that_has_none_is_said() throws IOException {
        assertThat(send("--password-file", "/no/such").run().hasStatus(2).err())
                .isEqualTo("chatc: there is no password file /no/such\n");
        Path file = Files.writeString(directory.resolve("empty"), "\n");
        assertThat(send("--password-file", file.toString()).run().hasStatus(2).err())
                .isEqualTo("chatc: the password is empty: " + file + ", which --password-file names\n");
    }
}
