package parley.chatc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import parley.protocol.Address;
import parley.protocol.Command;
import parley.protocol.Event;
import parley.protocol.client.Client;
import parley.protocol.client.Inbox;

/** Somebody else on the server, to talk to and to listen. */
public final class Guest implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Client client;
    private final Inbox inbox;

    private Guest(Client client, Inbox inbox) {
        this.client = client;
        this.inbox = inbox;
    }

    public static Guest come(Address server, String nick, String... rooms) throws IOException, InterruptedException {
        Inbox inbox = new Inbox();
        Guest guest = new Guest(Client.connect(server, inbox), inbox);
        assertThat(guest.ask(new Command.Hello(nick))).isInstanceOf(Event.Welcomed.class);
        for (String room : rooms) {
            assertThat(guest.ask(new Command.Join(room))).isInstanceOf(Event.Done.class);
        }
        return guest;
    }

    public Event.Answer ask(Command command) throws IOException, InterruptedException {
        return client.ask(command);
    }

    public void says(String room, String text) throws IOException, InterruptedException {
        assertThat(ask(new Command.Say(room, text))).isInstanceOf(Event.Done.class);
    }

    /** Waits for an event of that kind that is as it should be, passing over all others. */
    public <E extends Event> E hears(Class<E> kind, Predicate<E> right) throws IOException, InterruptedException {
        while (true) {
            Event event = inbox.take(PATIENCE)
                    .orElseThrow(() -> new AssertionError("heard no such " + kind.getSimpleName()));
            if (kind.isInstance(event) && right.test(kind.cast(event))) {
                return kind.cast(event);
            }
        }
    }

    public Event.Said hears(String text) throws IOException, InterruptedException {
        return hears(Event.Said.class, said -> said.text().equals(text));
    }

    /** The texts of the next messages, in their order. */
    public List<String> hearsTexts(int count) throws IOException, InterruptedException {
        List<String> texts = new ArrayList<>();
        while (texts.size() < count) {
            texts.add(hears(Event.Said.class, said -> true).text());
        }
        return texts;
    }

    @Override
    public void close() {
        client.close();
    }
}
