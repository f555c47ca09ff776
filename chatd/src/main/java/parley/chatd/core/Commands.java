package parley.chatd.core;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import parley.protocol.Command;
import parley.protocol.Command.Hello;
import parley.protocol.Command.Invite;
import parley.protocol.Command.Join;
import parley.protocol.Command.Kick;
import parley.protocol.Command.Leave;
import parley.protocol.Command.Lift;
import parley.protocol.Command.Ping;
import parley.protocol.Command.Quit;
import parley.protocol.Command.Recall;
import parley.protocol.Command.Rename;
import parley.protocol.Command.Restrict;
import parley.protocol.Command.Rooms;
import parley.protocol.Command.Say;
import parley.protocol.Command.Search;
import parley.protocol.Command.SetRole;
import parley.protocol.Command.SetRoom;
import parley.protocol.Command.SetTopic;
import parley.protocol.Command.Status;
import parley.protocol.Command.Sync;
import parley.protocol.Command.Tell;
import parley.protocol.Command.TellRole;
import parley.protocol.Command.Who;
import parley.protocol.Command.WhoIs;
import parley.protocol.Event;
import parley.protocol.Event.Refused;
import parley.protocol.Password;
import parley.protocol.Refusal;

/**
 * The table of commands, made for some settings. What they do stands in {@link Names}, {@link Seats}, {@link Talk},
 * {@link Operators} and {@link Questions}; each checks, hands to the engine, and answers. All run on the session's
 * thread, and wait there for what the session asked before, except that messages may follow each other without waiting.
 */
final class Commands {

    /** So many messages of full length make an answer from the history; more would fill an outbox. */
    private static final int LONG_MESSAGES_AT_ONCE = 32;

    private final Names names;
    private final Seats seats;
    private final Talk talk;
    private final Questions questions;
    private final Operators operators;
    private final Login login;
    private final Permits permits;
    private final Pace pace;

    Commands(ChatServer server, Settings settings, Engine engine, InstantSource clock) {
        Publisher publisher = server.publisher();
        Texts texts = new Texts(settings.limits().textBytes());
        int pageLength = LONG_MESSAGES_AT_ONCE * settings.limits().textBytes();
        Resume resume = new Resume(engine, publisher, settings.limits().recall(), pageLength);
        this.permits = new Permits(server, clock);
        this.pace = settings.limits().pace();
        this.login = new Login(settings);
        this.names = new Names(server, settings, publisher, resume, permits, login);
        this.seats = new Seats(server, settings.limits().rooms(), publisher, texts, permits);
        this.talk = new Talk(server, publisher, texts, permits, clock);
        this.operators = new Operators(server, settings.limits().restrictions(), publisher, texts, clock);
        this.questions = new Questions(server, engine, texts, settings.limits().recall(), pageLength);
    }

    void execute(Session session, @Nullable String ref, Command command) {
        Optional<Refused> tooFast = command instanceof Ping || command instanceof Quit
                ? Optional.empty()
                : session.keepPace(pace);
        if (tooFast.isPresent()) {
            session.refuse(ref, tooFast.get());
            return;
        }
        if (!(command instanceof Say)) {
            session.settle();
        }
        if (!session.isWelcome() && !(command instanceof Hello || isForEveryone(command))) {
            session.answer(ref,
                    new Refused(Refusal.HELLO_FIRST, "", "say hello first; until then only ping, status and quit"));
            return;
        }
        switch (command) {
            case Hello c -> names.hello(session, ref, c);
            case Rename c -> names.rename(session, ref, c);
            case Quit c -> seats.quit(session, ref, c);
            case Join c -> seats.join(session, ref, c);
            case Leave c -> seats.leave(session, ref, c);
            case Say c -> talk.say(session, ref, c);
            case Tell c -> talk.tell(session, ref, c);
            case TellRole c -> talk.tellRole(session, ref, c);
            case SetTopic c -> talk.setTopic(session, ref, c);
            case Who c -> questions.who(session, ref, c);
            case Rooms c -> questions.rooms(session, ref);
            case Recall c -> questions.recall(session, ref, c);
            case Search c -> questions.search(session, ref, c);
            case Sync c -> questions.sync(session, ref);
            case Status c -> questions.status(session, ref);
            case WhoIs c -> questions.whoIs(session, ref, c);
            case Invite c -> operators.invite(session, ref, c);
            case Kick c -> operators.kick(session, ref, c);
            case Restrict c -> operators.restrict(session, ref, c);
            case Lift c -> operators.lift(session, ref, c);
            case Command.Restrictions c -> operators.restrictions(session, ref, c);
            case SetRole c -> operators.setRole(session, ref, c);
            case SetRoom c -> operators.setRoom(session, ref, c);
            case Ping c -> session.answer(ref, new Event.Pong());
        }
    }

    Optional<Refused> logIn(Session session, @Nullable String name, @Nullable Password password) {
        return login.logIn(session, name, password).or(() -> stay(session));
    }

    Optional<Refused> prove(Session session, String name, Predicate<PasswordHash> proof) {
        return login.prove(session, name, proof).or(() -> stay(session));
    }

    /** Who logs in later is held to what they are held to who log in as they come. */
    private Optional<Refused> stay(Session session) {
        Optional<Refused> banned = session.isWelcome() ? permits.come(session.identity()) : Optional.empty();
        banned.ifPresent(refused -> session.end(refused.text()));
        return banned;
    }

    /** Counts one more command, or says why not. */
    Optional<Refused> keepPace(Session session) {
        return session.keepPace(pace);
    }

    /** Whether it is done for those who have not said who they are. */
    private static boolean isForEveryone(Command command) {
        return command instanceof Ping || command instanceof Status || command instanceof Quit;
    }

    void giveUp(Session session, String why) {
        names.giveUp(session, why);
    }
}
