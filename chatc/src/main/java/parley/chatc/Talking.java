package parley.chatc;

import parley.chatc.session.LastingSession;
import parley.chatc.session.Opening;
import parley.chatc.session.Rhythm;
import parley.chatc.session.Session;
import parley.chatc.talk.Talk;
import parley.chatc.talk.TerminalSetup;
import parley.protocol.Address;

/** Lets a person at a terminal talk. A class of its own, so that no other command loads what a terminal needs. */
final class Talking {

    private Talking() {
    }

    static int run(Chatc chatc) throws Exception {
        Talk talk = new Talk();
        Options options = chatc.options();
        Address server = options.server(chatc.shell());
        Opening opening = (wish, resume, listener) -> Session.open(server, wish, true, resume, listener);
        try (LastingSession session =
                LastingSession.open(opening, options.nick(chatc.shell()), Rhythm.USUAL, talk, talk::contact)) {
            Talk.End end =
                    talk.run(session, options.room(chatc.shell()), TerminalSetup.of(chatc.shell().env()));
            return switch (end) {
                case GOODBYE -> Status.DONE;
                case LOST -> Status.UNAVAILABLE;
                case INTERRUPTED -> Status.INTERRUPTED;
            };
        }
    }
}
