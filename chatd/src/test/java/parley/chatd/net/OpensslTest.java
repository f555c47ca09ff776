package parley.chatd.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.chatd.Authority;
import parley.chatd.Authority.Issued;
import parley.chatd.Daemon;
import parley.chatd.Openssl;

/** Which versions and ciphers are spoken, to the TLS that most others have. */
class OpensslTest {

    @TempDir
    static Path folder;
    private static Authority authority;
    private static Issued server;

    private Daemon daemon;

    @BeforeAll
    static void issue() throws Exception {
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

    private String talk(String... options) throws Exception {
        List<String> all = new ArrayList<>(List.of(options));
        all.add("-quiet");
        try (Openssl openssl = Openssl.connect(daemon.address(), all.toArray(String[]::new))) {
            return openssl.types("""
                    {"do":"hello","nick":"alice"}
                    {"do":"quit","why":"over and out"}
                    """).printsUntil("over and out\"}");
        }
    }
}
