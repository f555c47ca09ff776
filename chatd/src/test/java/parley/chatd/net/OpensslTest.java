package parley.chatd.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.chatd.Authority;
import parley.chatd.Authority.Issued;
import parley.chatd.Daemon;

/** Against the TLS that most others have: openssl's. */
class OpensslTest {

    @TempDir
    static Path folder;
    private static Authority authority;
    private static Issued server;

    private Daemon daemon;

    @BeforeAll
    static void issue() throws Exception {
        assumeThat(exists("openssl")).as("openssl, which is not installed here, is needed for this").isTrue();
        authority = Authority.in(folder);
        server = authority.issue("server", "RSA");
    }

    @BeforeEach
    void start() throws Exception {
        daemon = Secure.daemon(server, "");
    }

    @AfterEach
    void stop() {
        daemon.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tls1_2", "-tls1_3"})
    void versionsOfTodayAreSpoken(String version) throws Exception {
        assertThat(talk(version, "-verify_return_error", "-verify_hostname", "localhost", "-CAfile",
                authority.certificate().toString())).contains("\"on\":\"welcomed\"", "\"why\":\"over and out\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tls1", "-tls1_1"})
    void olderOnesAreNot(String version) throws Exception {
        assertThat(talk(version, "-cipher", "ALL:@SECLEVEL=0")).contains("alert protocol version")
                .doesNotContain("welcomed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AES128-SHA", "AES128-GCM-SHA256", "ECDHE-RSA-AES128-SHA256"})
    void weakCiphersAreNot(String cipher) throws Exception {
        assertThat(talk("-tls1_2", "-cipher", cipher + ":@SECLEVEL=0")).contains("alert handshake failure")
                .doesNotContain("welcomed");
    }

    @Test
    void aClientMayNotNegotiateOnceMore() throws Exception {
        assertThat(run("{\"do\":\"ping\"}\nR\n{\"do\":\"hello\",\"nick\":\"again\"}\n", "-tls1_2"))
                .doesNotContain("welcomed");
    }

    private String talk(String... options) throws Exception {
        List<String> all = new ArrayList<>(List.of(options));
        all.add("-quiet");
        return run("{\"do\":\"hello\",\"nick\":\"alice\"}\n{\"do\":\"quit\",\"why\":\"over and out\"}\n",
                all.toArray(String[]::new));
    }

    /** Everything that openssl and the server say. */
    private String run(String input, String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of("openssl", "s_client", "-connect", daemon.address().toString()));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            // The handshake has failed already: what it says of that is read all the same.
            process.getOutputStream();
        }
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static boolean exists(String command) throws InterruptedException {
        try {
            return new ProcessBuilder(command, "version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
