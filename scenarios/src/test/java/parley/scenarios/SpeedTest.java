package parley.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Isolated;
import parley.scenarios.language.Parser;
import parley.scenarios.language.ScenarioInvalid;
import parley.scenarios.report.ReportFormat;

/**
 * How fast scenarios are, beside bare sockets that go as often to and fro. It measures and judges nothing:
 * {@code -Dspeed=1000} plays so many scenarios in one run, five times after a warm-up.
 */
@Isolated
@EnabledIfSystemProperty(named = "speed", matches = "\\d+")
final class SpeedTest {

    private static final int RUNS = 5;
    private static final String SCENARIO = """
            # Three clients talk
            alice, bob and carol connect
            alice says hello
            bob and carol see alice say hello
            bob says hi
            alice and carol see bob say hi
            carol disconnects because tea
            alice and bob see carol leave because tea
            """;
    private static final int CLIENTS = 3;
    /** What the clients ask: a hello each, two messages, and a goodbye each. */
    private static final int ROUND_TRIPS = 8;

    @Test
    @Timeout(600)
    void howFastScenariosAre() throws InterruptedException, IOException, ScenarioInvalid {
        int number = Integer.getInteger("speed", 0);
        Selection selection = new Selection(
                Collections.nCopies(number, new Selection.Playable(Parser.scenario("three.chat", SCENARIO))));
        List<Duration> scenarios = new ArrayList<>();
        List<Duration> echoes = new ArrayList<>();
        for (int run = 0; run <= RUNS; run++) {
            scenarios.add(play(selection));
            echoes.add(echo(number));
        }
        Duration scenario = median(scenarios);
        Duration echo = median(echoes);
        System.out.printf(
                "%d scenarios of three clients and %d round trips: %d ms, %.2f ms each; bare sockets: %d ms; ratio %.1f%n",
                number, ROUND_TRIPS, scenario.toMillis(), scenario.toNanos() / 1e6 / number, echo.toMillis(),
                (double) scenario.toNanos() / echo.toNanos());
    }

    private static Duration median(List<Duration> all) {
        return all.stream().skip(1).sorted().skip(RUNS / 2).findFirst().orElseThrow();
    }

    private static Duration play(Selection selection) throws InterruptedException {
        long start = System.nanoTime();
        Result result = Scenarios.run(selection, RunOptions.STANDARD,
                ReportFormat.PLAIN.on(new PrintWriter(Writer.nullWriter()), false));
        assertThat(result.passed()).isEqualTo(selection.items().size());
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** For each scenario a listener, a connection for each client, and as many lines to and fro. */
    private static Duration echo(int number) throws IOException {
        long start = System.nanoTime();
        for (int i = 0; i < number; i++) {
            echoOne();
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static void echoOne() throws IOException {
        List<Socket> sockets = new ArrayList<>();
        try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> serve(listener));
            for (int i = 0; i < CLIENTS; i++) {
                sockets.add(new Socket(listener.getInetAddress(), listener.getLocalPort()));
            }
            for (int i = 0; i < ROUND_TRIPS; i++) {
                sayAndHear(sockets.get(i % CLIENTS));
            }
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    private static void sayAndHear(Socket socket) throws IOException {
        socket.getOutputStream().write("{\"do\":\"say\",\"room\":\"#lobby\",\"text\":\"hello\",\"ref\":\"1\"}\n"
                .getBytes(StandardCharsets.UTF_8));
        while (socket.getInputStream().read() != '\n') {
            // The rest of the line is to come.
        }
    }

    private static void serve(ServerSocket listener) {
        try {
            while (true) {
                Socket socket = listener.accept();
                Thread.ofVirtual().start(() -> answer(socket));
            }
        } catch (IOException e) {
            return; // all are served
        }
    }

    private static void answer(Socket socket) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            return; // the client is gone
        }
    }
}
