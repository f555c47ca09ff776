package parley.chatc.pipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.chatc.pipe.Arrivals.Arrived;
import parley.protocol.Address;
import parley.protocol.Cursor;
import parley.protocol.Event;
import parley.protocol.client.Client;

/** The seam between what was and what is, with a server that is played by hand and says things at the worst moment. */
class HistoryTest {

    private final ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final Arrivals arrivals = new Arrivals(it -> true);
    private final Client client =
            Client.connect(new Address(listener.getInetAddress().getHostAddress(), listener.getLocalPort()), arrivals);
    private final Socket server = listener.accept();
    private final BufferedReader asked =
            new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));

    private int answers;

    HistoryTest() throws IOException {
        // Connected to a server that says nothing yet.
    }

    @AfterEach
    void close() throws IOException {
        client.drop();
        server.close();
        listener.close();
    }

    private void live(int... cursors) throws IOException {
        for (int cursor : cursors) {
            tell("{\"on\":\"said\",\"room\":\"#lobby\",\"cursor\":\"%d\",\"from\":\"bob\",\"text\":\"%1$d\","
                    .formatted(cursor) + "\"at\":\"2026-01-31T12:00:0%d.000Z\"}".formatted(cursor));
        }
    }

    private void past(int... cursors) throws IOException {
        for (int cursor : cursors) {
            tell("{\"on\":\"said\",\"room\":\"#lobby\",\"cursor\":\"%d\",\"from\":\"bob\",\"text\":\"%1$d\","
                    .formatted(cursor) + "\"at\":\"2026-01-31T12:00:0%d.000Z\",\"past\":true}".formatted(cursor));
        }
    }

    private void done(boolean more) throws IOException {
        tell("{\"on\":\"done\",\"re\":\"history-%d\",\"more\":%s}".formatted(++answers, more));
    }

    private void tell(String line) throws IOException {
        server.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private History since(Since since) throws Exception {
        return History.since(since, client, arrivals, "#lobby");
    }

    private static List<String> cursors(List<Arrived> arrived) {
        return arrived.stream().map(it -> ((Event.Said) it.delivery().event()).cursor().value())
                .toList();
    }

    private static List<String> all(History history) throws Exception {
        List<Arrived> all = new ArrayList<>();
        for (Arrived it = history.next(); it != null; it = history.next()) {
            all.add(it);
        }
        return cursors(all);
    }

    @Test
    void what_was_said_meanwhile_and_is_in_the_history_too_is_there_once() throws Exception {
        live(2);
        past(1, 2, 3);
        done(false);
        live(3, 4);
        done(false);
        live(5);
        History history = since(new Since.After(new Cursor("0")));
        assertThat(all(history)).containsExactly("1", "2", "3");
        assertThat(cursors(history.meanwhile())).containsExactly("4");
        assertThat(((Event.Said) arrivals.take().delivery().event()).text()).isEqualTo("5");
    }

    @Test
    void what_was_said_after_the_history_was_read_is_there_too() throws Exception {
        past(1);
        done(false);
        live(2, 3);
        done(false);
        History history = since(new Since.After(new Cursor("0")));
        assertThat(all(history)).containsExactly("1");
        assertThat(cursors(history.meanwhile())).containsExactly("2", "3");
    }

    @Test
    void a_time_is_looked_for_back_to_front_and_read_front_to_back() throws Exception {
        past(6, 7);
        done(true);
        past(4, 5);
        done(true);
        past(2, 3);
        done(true);
        past(4, 5, 6);
        done(true);
        past(7, 8);
        done(false);
        History history = since(new Since.Time(Instant.parse("2026-01-31T12:00:03Z")));
        assertThat(all(history)).containsExactly("3", "4", "5", "6", "7", "8");
        assertThat(asked.readLine()).doesNotContain("before", "after");
        assertThat(asked.readLine()).contains("\"before\":\"6\"");
        assertThat(asked.readLine()).contains("\"before\":\"4\"");
        assertThat(asked.readLine()).contains("\"after\":\"3\"");
        assertThat(asked.readLine()).contains("\"after\":\"6\"");
    }

    @Test
    void in_a_room_in_which_nothing_was_said_everything_is_still_to_come() throws Exception {
        done(false);
        live(1);
        done(false);
        History history = since(new Since.Start());
        assertThat(all(history)).isEmpty();
        assertThat(cursors(history.meanwhile())).containsExactly("1");
    }
}
