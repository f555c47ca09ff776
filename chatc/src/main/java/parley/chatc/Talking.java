package parley.chatc;

import java.util.Optional;
import parley.chatc.session.Session;
import parley.chatc.talk.Talk;
import parley.chatc.talk.TerminalSetup;

/** Lets a person at a terminal talk. A class of its own, so that no other command loads what a terminal needs. */
final class Talking {

    private Talking() {
    }

    static int run(Chatc chatc) throws Exception {
        Talk talk = new Talk();
        try (Session session = chatc.options().open(chatc.shell(), true, talk)) {
            Talk.End end = talk.run(session, room(chatc, session), TerminalSetup.of(chatc.shell().env()));
            return switch (end) {
                case GOODBYE -> Status.DONE;
                case LOST -> Status.UNAVAILABLE;
                case INTERRUPTED -> Status.INTERRUPTED;
            };
        }
    }

    /** The room to talk in at first. Where a server seats nobody, a person can still look for one. */
    private static Optional<String> room(Chatc chatc, Session session) throws Exception {
        boolean none = session.welcomed().rooms().isEmpty() && chatc.options().room(chatc.shell()).isEmpty();
        return none ? Optional.empty() : Optional.of(chatc.options().enter(session, chatc.shell()));
    }
}
