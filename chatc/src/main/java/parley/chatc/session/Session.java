package parley.chatc.session;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Function;
import parley.protocol.Address;
import parley.protocol.Command;
import parley.protocol.Cursor;
import parley.protocol.Event;
import parley.protocol.Refusal;
import parley.protocol.client.Client;
import parley.protocol.client.Listener;

/**
 * A connection that has said hello and was welcomed. Any thread may use it; closing it says goodbye.
 *
 * @param server where it leads
 * @param welcomed what the server said to the hello
 */
public record Session(Client client, Address server, Event.Welcomed welcomed) implements Closeable {

    /**
     * Connects and says hello.
     *
     * @param echo whether the listener is to be told what this client itself does
     * @throws parley.protocol.client.Unreachable if no server answers there
     * @throws NotDone if the server refuses the nick
     */
    public static Session open(Login login, boolean echo, Listener listener) throws IOException, InterruptedException {
        return open(login, login.wish(), echo, Map.of(), listener);
    }

    /**
     * The same for a client that was here before.
     *
     * @param wish what it is called now
     * @param resume the rooms it was in, and the last cursor it saw in each
     */
    public static Session open(Login login, NickWish wish, boolean echo, Map<String, Cursor> resume, Listener listener)
            throws IOException, InterruptedException {
        Client client = login.server().connect(listener);
        try {
            return new Session(client, login.server().address(),
                    hello(client, wish, nick -> new Command.Hello(nick, login.passwordOf(nick), echo, resume)));
        } catch (IOException | InterruptedException e) {
            client.close();
            throw e;
        }
    }

    private static Event.Welcomed hello(Client client, NickWish wish, Function<String, Command.Hello> hello)
            throws IOException, InterruptedException {
        for (Iterator<String> nicks = wish.inTurn().iterator();;) {
            switch (client.ask(hello.apply(nicks.next()))) {
                case Event.Welcomed welcomed -> {
                    return welcomed;
                }
                case Event.Refused refused -> {
                    if (refused.why() != Refusal.NICK_TAKEN || !nicks.hasNext()) {
                        throw new NotDone(refused);
                    }
                }
                case Event.Answer other -> throw notAnAnswer(other);
            }
        }
    }

    /**
     * Takes a seat in a room; it may have one there already.
     *
     * @return the room's name as the server spells it
     * @throws NotDone if the server refuses
     */
    public String enter(String room) throws IOException, InterruptedException {
        if (welcomed.rooms().contains(room)) {
            return room;
        }
        String entered = ask(new Command.Join(room), Event.Done.class).room();
        return entered == null ? room : entered;
    }

    /**
     * Asks and takes no refusal for an answer.
     *
     * @param kind what answers this command
     * @throws NotDone if the server refuses
     */
    public <A extends Event.Answer> A ask(Command command, Class<A> kind) throws IOException, InterruptedException {
        return ask(client, command, kind);
    }

    /** The same, of a client that has not said hello. */
    public static <A extends Event.Answer> A ask(Client client, Command command, Class<A> kind)
            throws IOException, InterruptedException {
        Event.Answer answer = client.ask(command);
        if (answer instanceof Event.Refused refused) {
            throw new NotDone(refused);
        }
        if (!kind.isInstance(answer)) {
            throw notAnAnswer(answer);
        }
        return kind.cast(answer);
    }

    private static IOException notAnAnswer(Event.Answer answer) {
        return new IOException("the server gave an answer to another question: "
                + answer.getClass().getSimpleName());
    }

    @Override
    public void close() {
        client.close();
    }
}
