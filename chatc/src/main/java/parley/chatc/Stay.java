package parley.chatc;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.chatc.pipe.Arrivals;
import parley.chatc.session.Contact;
import parley.chatc.session.LastingSession;
import parley.protocol.Delivery;
import parley.protocol.Event;
import parley.protocol.client.ClientDialect;
import parley.protocol.client.Disconnected;
import parley.protocol.client.Listener;

/**
 * The stay of a command in one room, from which a lost connection does not take it: what was said meanwhile arrives when
 * there is another, and a sentence says how that stands. Until it listens, a lost connection is the end. It is the
 * listener of a lasting session; the command's own thread enters and listens.
 */
final class Stay implements Listener {

    private final Arrivals arrivals;
    private final Consumer<String> notes;
    private volatile @Nullable String room;
    private volatile boolean lasting;
    private volatile boolean lost;

    /**
     * @param arrivals gets all that comes, once it has entered
     * @param notes is told how it stands with the connection, a sentence at a time
     */
    Stay(Arrivals arrivals, Consumer<String> notes) {
        this.arrivals = arrivals;
        this.notes = notes;
    }

    /**
     * Takes a seat.
     *
     * @param asked otherwise the first room where the server seats everyone
     * @return the room's name as the server spells it
     */
    String enter(LastingSession session, Optional<String> asked)
            throws Complaint, IOException, InterruptedException {
        String entered = session.enter(Options.roomOrFirst(asked, session.session()));
        room = entered;
        return entered;
    }

    /**
     * Says that nothing is missed from here on.
     *
     * @param andLast whether it comes back when the connection is lost
     */
    void listen(LastingSession session, boolean andLast) {
        lasting = andLast;
        notes.accept("listening in " + room + " as " + session.session().welcomed().nick());
    }

    @Override
    public void received(String line, ClientDialect.Heard meaning) {
        arrivals.received(line, meaning);
    }

    @Override
    public void delivered(Delivery delivery) {
        switch (delivery.event()) {
            case Event.Said said when said.past() && room == null -> {
                // It was said before; the session asked for it to know where to resume.
            }
            case Event.Gap gap when gap.room().equals(room) ->
                notes.accept("some of what was said in " + room + " meanwhile is no longer kept");
            case Event.Refused refused when delivery.re() == null && refused.about().equals(room) ->
                arrivals.ended(new Disconnected(refused.text())); // it may not come back to its seat
            default -> arrivals.delivered(delivery);
        }
    }

    @Override
    public void ended(Disconnected why) {
        arrivals.ended(why);
    }

    /** How it stands with the server is another now. */
    void contact(Contact contact) {
        switch (contact) {
            case Contact.Lost it when !lasting -> arrivals.ended(new Disconnected(it.why()));
            case Contact.Lost it when !lost -> {
                lost = true;
                notes.accept("the connection is lost: " + it.why() + "; chatc tries to get it back");
            }
            case Contact.Lost it -> {
                // That is known already.
            }
            case Contact.Regained it -> {
                lost = false;
                notes.accept("connected again as " + it.welcomed().nick());
            }
            case Contact.Ended it -> {
                // The session tells of its end.
            }
        }
    }
}
