package parley.chatc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static parley.chatc.Invocation.chatc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.chatc.Invocation.Finished;
import parley.chatc.Invocation.Running;

/** The options that make a connection secure, and what is said if it cannot be. */
class TlsTest {

    @TempDir
    static Path folder;
    private static SelfSigned servers;
    private static SelfSigned clients;
    private static TestServer open;
    private static TestServer strict;
    private static TestServer plain;

    @BeforeAll
    static void start() throws Exception {
        servers = SelfSigned.make(folder.resolve("server.pem"));
        clients = SelfSigned.make(folder.resolve("client.pem"));
        open = listening("");
        strict = listening("client_certificates = \"required\"");
        plain = TestServer.start();
    }

    private static TestServer listening(String more) {
        return TestServer.start("""
                [[listen]]
                address = "127.0.0.1:0"
                certificate = "%1$s"
                key = "%1$s"
                """.formatted(servers) + more);
    }

    @AfterAll
    static void stop() {
        open.close();
        strict.close();
        plain.close();
    }

    @Test
    void everyCommandThatConnectsDoesItOverTls() throws IOException {
        String ca = servers.toString();
        chatc("send", "--tls-ca", ca, "hello").at(open).run().hasStatus(Status.DONE);
        assertThat(chatc("--tls-ca", ca, "rooms").at(open).run().hasStatus(Status.DONE).out()).startsWith("#lobby\t");
        Path scenario = Files.writeString(folder.resolve("x.chat"), "alice connects\nalice says hi\n");
        chatc("run", "--server", open.address().toString(), "--tls-ca", ca, scenario.toString()).run()
                .hasStatus(Status.DONE);
        chatc("status", "--tls", "--tls-ca", ca).at(open).run().hasStatus(Status.DONE);
        assertThat(chatc("load", "--tls-ca", ca, "--members", "3", "--warm-up", "0", "--seconds", "1").at(open).run()
                .hasStatus(Status.DONE).out()).contains("\"oneOrder\": true");
    }

    /** What stands between a client and its server when the network is to fail is not whom the certificate names. */
    @Test
    void aNetworkThatFailsStandsBetweenAClientAndTheServerThatItsCertificateNames() throws Exception {
        SelfSigned named = SelfSigned.makeForLocalhost(folder.resolve("localhost.pem"));
        Path scenario = Files.writeString(folder.resolve("slow.chat"),
                "network delays bob by 1ms\nbob connects\nnetwork cuts bob\nbob resumes\n");
        try (TestServer server = TestServer.start("""
                [[listen]]
                address = "127.0.0.1:0"
                certificate = "%1$s"
                key = "%1$s"
                """.formatted(named))) {
            chatc("run", "--server", "localhost:" + server.address().port(), "--tls-ca", named.toString(),
                    scenario.toString()).run().hasStatus(Status.DONE);
            assertThat(chatc("run", "--server", server.address().toString(), "--tls-ca", named.toString(),
                    scenario.toString()).run().hasStatus(69).err()).contains("is for another name");
        }
    }

    @Test
    void aRecorderSpeaksItToTheServerAndNotToTheCommand() throws IOException {
        Path file = folder.resolve("tls.jsonl");
        chatc("record", "--tls-ca", servers.toString(), "--proxy", "--out", file.toString(), "--", "bash", "-c",
                "exec 3<>/dev/tcp/$CHATC_HOST/$CHATC_PORT; echo '{\"do\":\"hello\",\"nick\":\"in-the-clear\"}' >&3;"
                        + " read -r line <&3; echo \"$line${CHATC_TLS_CA}\"")
                .at(open).env("CHATC_TLS_CA", "x").run()
                .hasStatus(Status.DONE);
        assertThat(Files.readString(file)).contains("in-the-clear", "\"on\":\"welcomed\"");
    }

    @Test
    void variablesAskForItToo() {
        chatc("who").at(open).env("CHATC_TLS_CA", servers.toString()).run().hasStatus(Status.DONE);
        assertThat(chatc("who").at(open).env("CHATC_TLS", "1").run().hasStatus(Status.UNAVAILABLE).err())
                .contains("nobody who is trusted here");
    }

    @Test
    void aServerThatAsksGetsTheCertificate() {
        String ca = servers.toString();
        chatc("who", "--tls-ca", ca, "--tls-cert", clients.toString()).at(strict).run().hasStatus(Status.DONE);
        chatc("who", "--tls-ca", ca, "--tls-cert", clients.toString(), "--tls-key", clients.toString()).at(strict).run()
                .hasStatus(Status.DONE);
        assertThat(chatc("who", "--tls-ca", ca).at(strict).run().hasStatus(Status.UNAVAILABLE).err())
                .contains("the other end asks for a certificate of this end");
    }

    @Test
    void whatKeepsItFromBeingSecureIsOneSentenceWithAdvice() {
        assertThat(err(chatc("who", "--tls").at(open).run())).isEqualTo("chatc: no secure connection to "
                + open.address() + ": the other end's certificate was issued by nobody who is trusted here; if you"
                + " trust them, name their certificate with --tls-ca\n");
        assertThat(err(chatc("who", "--tls", "--server", "localhost:" + open.address().port(), "--tls-ca",
                servers.toString()).run())).endsWith(": the other end's certificate is for another name; name the"
                        + " server as its certificate does\n");
        assertThat(err(chatc("who", "--tls").at(plain).run())).endsWith(": the other end does not speak TLS; leave out"
                + " --tls if the server does not offer it there\n");
        assertThat(err(chatc("who").at(open).run())).endsWith(
                "the connection broke: the other end speaks TLS, and this end was not told to\n");
    }

    private static String err(Finished finished) {
        return finished.hasStatus(Status.UNAVAILABLE).err();
    }

    @Test
    void filesThatAreOfNoUseAreWrongUsage() {
        assertThat(usage("--tls-ca", "nowhere.pem")).isEqualTo("chatc: there is no file nowhere.pem\n");
        assertThat(usage("--tls-cert", "nowhere.pem")).contains("there is no file");
        assertThat(usage("--tls-cert", clients.toString(), "--tls-key", servers.toString()))
                .contains("is not that of the certificate");
        assertThat(usage("--tls-key", clients.toString()))
                .isEqualTo("chatc: --tls-key is the key of a certificate: name that with --tls-cert\n");
        assertThat(chatc("run", "--tls", folder.toString()).run().hasStatus(Status.USAGE).err())
                .isEqualTo(
                        "chatc: TLS is for --server and --exec: a scenario's own server is in this process, and speaks none\n");
    }

    @Test
    void aCommandStartedByOnGoesTheSameWay() {
        Path noted = folder.resolve("noted");
        try (TestServer server = listening("")) {
            Running on = chatc("on", "hello", "--tls-ca", servers.toString(), "--", "sh", "-c",
                    "echo $CHATC_TLS $CHATC_TLS_CA >" + noted + ".new; mv " + noted + ".new " + noted).at(server)
                    .start()
                    .says("listening in");
            chatc("send", "--tls-ca", servers.toString(), "hello").at(server).run().hasStatus(Status.DONE);
            await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(noted) || on.status().isDone());

            assertThat(noted).hasContent("true " + servers);
            on.interrupt();
        }
    }

    private static String usage(String... options) {
        return chatc("who").with(options).at(open).run().hasStatus(Status.USAGE).err();
    }
}
