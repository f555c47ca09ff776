package parley.chatd.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.chatd.Daemon;
import parley.chatd.config.ConfigFile;
import parley.chatd.engine.MemoryEngine;
import parley.protocol.Command;
import parley.protocol.Event.Done;
import parley.protocol.client.Client;
import parley.protocol.client.Inbox;

class MetricsTest {

    private Daemon daemon;

    @BeforeEach
    void start() throws Exception {
        daemon = Daemon.start(ConfigFile.parse("test", """
                listen = ["127.0.0.1:0"]
                rooms = ["#lobby", "#tea"]
                [limits]
                connections = 3
                outbox_bytes = 65536
                [metrics]
                listen = "127.0.0.1:0"
                """), new MemoryEngine(10));
    }

    @AfterEach
    void stop() {
        daemon.close();
    }

    @Test
    void whatHappensIsCounted() throws Exception {
        try (Client alice = guest("alice"); Client bob = guest("bob")) {
            assertThat(alice.ask(new Command.Say("#lobby", "hi"))).isInstanceOf(Done.class);
            assertThat(bob.ask(new Command.Say("#lobby", "hi"))).isInstanceOf(Done.class);
            alice.ask(new Command.Say("#lobby", ""));
            alice.ask(new Command.Join("#hall"));

            Scrape scrape = Scrape.of(daemon);
            assertThat(scrape.value("chatd_sessions")).isEqualTo(2);
            assertThat(scrape.value("chatd_rooms")).isEqualTo(3);
            assertThat(scrape.value("chatd_members")).isEqualTo(5);
            assertThat(scrape.value("chatd_messages_total")).isEqualTo(2);
            assertThat(scrape.value("chatd_deliveries_total")).as("two messages, and bob coming into two rooms")
                    .isEqualTo(4);
            assertThat(scrape.value("chatd_refusals_total{why=\"text-empty\"}")).isEqualTo(1);
            assertThat(scrape.value("chatd_refusals_total{why=\"nick-taken\"}")).isZero();
            assertThat(scrape.value("chatd_commit_seconds_count")).as("two messages, five comings").isEqualTo(7);
            assertThat(scrape.value("chatd_commit_seconds_bucket{le=\"+Inf\"}")).isEqualTo(7);
            assertThat(scrape.value("chatd_commit_seconds_sum")).isBetween(0.0, 7.0);
            assertThat(scrape.value("chatd_outbox_bytes")).isZero();
            assertThat(scrape.value("chatd_connections")).isEqualTo(2);
            assertThat(scrape.value("chatd_connections_accepted_total")).isEqualTo(2);
            assertThat(scrape.text()).contains("jvm_threads_current ", "process_start_time_seconds ");
            assertThat(scrape.value("chatd_build_info{version=\"development\"}")).isEqualTo(1);
        }
    }

    @Test
    void whoGoesIsNoLongerCounted() throws Exception {
        try (Client alice = guest("alice")) {
            alice.quit("bye");
        }
        await().until(() -> Scrape.of(daemon).value("chatd_connections") == 0);
        Scrape scrape = Scrape.of(daemon);
        assertThat(scrape.value("chatd_sessions")).isZero();
        assertThat(scrape.value("chatd_members")).isZero();
        assertThat(scrape.value("chatd_connections_accepted_total")).isEqualTo(1);
    }

    @Test
    void oneTooManyIsCounted() throws Exception {
        try (Client _ = guest("alice"); Client _ = guest("bob"); Client _ = guest("carol"); Socket fourth = socket()) {
            assertThat(new String(fourth.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).contains("too many");
            Scrape scrape = Scrape.of(daemon);
            assertThat(scrape.value("chatd_connections_turned_away_total")).isEqualTo(1);
            assertThat(scrape.value("chatd_connections_accepted_total")).isEqualTo(3);
        }
    }

    /** What waits is seen growing while somebody does not read, up to the cut. */
    @Test
    void whatWaitsForSomebodyWhoDoesNotReadIsCountedAndSoIsTheCut() throws Exception {
        try (Client alice = guest("alice"); Socket stalled = socket()) {
            stalled.getOutputStream()
                    .write("{\"do\":\"hello\",\"nick\":\"stalled\"}\n".getBytes(StandardCharsets.UTF_8));
            double most = 0;
            for (int i = 0; i < 20_000 && Scrape.of(daemon).value("chatd_connections_cut_total") == 0; i++) {
                for (int j = 0; j < 20; j++) {
                    alice.ask(new Command.Say("#lobby", "x".repeat(1000)));
                }
                Scrape scrape = Scrape.of(daemon);
                assertThat(scrape.value("chatd_outbox_largest_bytes")).isLessThanOrEqualTo(70_000);
                most = Math.max(most, scrape.value("chatd_outbox_bytes"));
            }
            assertThat(Scrape.of(daemon).value("chatd_connections_cut_total")).isEqualTo(1);
            assertThat(most).isPositive();
        }
    }

    @Test
    void theReadmeHasTheSameList() throws Exception {
        List<String> helps = new ArrayList<>();
        List<String> types = new ArrayList<>();
        Matcher row = Pattern.compile("(?m)^\\| `(chatd_\\w+)` \\| (\\w+) \\| (.*) \\|$").matcher(readme());
        while (row.find()) {
            helps.add(row.group(1) + " " + row.group(3).replace("`", ""));
            types.add(row.group(1) + " " + row.group(2));
        }
        Scrape scrape = Scrape.of(daemon);
        assertThat(scrape.comments("HELP")).isEqualTo(helps.stream().sorted().toList());
        assertThat(scrape.comments("TYPE")).isEqualTo(types.stream().sorted().toList());
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }

    private Socket socket() throws IOException {
        return new Socket(daemon.address().host(), daemon.address().port());
    }

    private Client guest(String nick) throws Exception {
        Client client = Client.connect(daemon.address(), new Inbox());
        client.ask(new Command.Hello(nick));
        return client;
    }
}
