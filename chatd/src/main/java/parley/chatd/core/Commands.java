package parley.chatd.core;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import parley.protocol.Command;
import parley.protocol.Command.Hello;
import parley.protocol.Command.Join;
import parley.protocol.Command.Leave;
import parley.protocol.Command.Ping;
import parley.protocol.Command.Quit;
import parley.protocol.Command.Recall;
import parley.protocol.Command.Rename;
import parley.protocol.Command.Rooms;
import parley.protocol.Command.Say;
import parley.protocol.Command.Search;
import parley.protocol.Command.SetTopic;
import parley.protocol.Command.Status;
import parley.protocol.Command.Sync;
import parley.protocol.Command.Tell;
import parley.protocol.Command.Who;
import parley.protocol.Event;
import parley.protocol.Event.Refused;
import parley.protocol.Refusal;

/**
 * The table of commands, made for some settings. What they do stands in {@link Names}, {@link Seats}, {@link Talk} and {@link Questions}; each
 * checks, hands to the engine, and answers. All run on the session's thread, and wait there for what the session asked
 * before, except that messages may follow each other without waiting.
 */
final class Commands {

    /** So many messages of full length make an answer from the history; more would fill an outbox. */
    private static final int LONG_MESSAGES_AT_ONCE = 32;

    private final Names names;
    private final Seats seats;
    private final Talk talk;
    private final Questions questions;

    Commands(ChatServer server, Settings settings, Engine engine, InstantSource clock) {
        Publisher publisher = server.publisher();
        Texts texts = new Texts(settings.limits().textBytes());
        int pageLength = LONG_MESSAGES_AT_ONCE * settings.limits().textBytes();
        Resume resume = new Resume(engine, publisher, settings.limits().recall(), pageLength);
        this.names = new Names(server, settings, publisher, resume);
        this.seats = new Seats(server, settings.limits().rooms(), publisher, texts);
        this.talk = new Talk(server, settings.limits().nickLength(), publisher, texts, clock);
        this.questions = new Questions(server, engine, texts, settings.limits().recall(), pageLength);
    }

    void execute(Session session, @Nullable String ref, Command command) {
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
            case SetTopic c -> talk.setTopic(session, ref, c);
            case Who c -> questions.who(session, ref, c);
            case Rooms c -> questions.rooms(session, ref);
            case Recall c -> questions.recall(session, ref, c);
            case Search c -> questions.search(session, ref, c);
            case Sync c -> questions.sync(session, ref);
            case Command.WhoIs c -> later(session, ref);
            case Command.Invite c -> later(session, ref);
            case Command.Kick c -> later(session, ref);
            case Command.Restrict c -> later(session, ref);
            case Command.Lift c -> later(session, ref);
            case Command.Restrictions c -> later(session, ref);
            case Command.SetRole c -> later(session, ref);
            case Command.SetRoom c -> later(session, ref);
            case Status c -> questions.status(session, ref);
            case Ping c -> session.answer(ref, new Event.Pong());
        }
    }

    /** Whether it is done for those who have not said who they are. */
    private static boolean isForEveryone(Command command) {
        return command instanceof Ping || command instanceof Status || command instanceof Quit;
    }

    private static void later(Session session, @Nullable String ref) {
        session.answer(ref, new Refused(Refusal.UNKNOWN_COMMAND, "", "this server does not do that yet"));
    }

    void giveUp(Session session, String why) {
        names.giveUp(session, why);
    }
}
