package parley.chatc;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import parley.chatc.session.LastingSession;
import parley.chatc.session.Login;
import parley.chatc.session.NickWish;
import parley.chatc.session.NotDone;
import parley.chatc.session.Opening;
import parley.chatc.session.Rhythm;
import parley.chatc.talk.Talk;
import parley.chatc.talk.TerminalSetup;
import parley.protocol.Refusal;

/** Lets a person at a terminal talk. A class of its own, so that no other command loads what a terminal needs. */
final class Talking {

    private Talking() {
    }

    static int run(Chatc chatc) throws Exception {
        Talk talk = new Talk();
        Options options = chatc.options();
        Login login = options.login(chatc.shell());
        try (LastingSession session = open(chatc.shell(), login.opening(true), login.wish(), talk)) {
            Talk.End end =
                    talk.run(session, options.room(chatc.shell()), TerminalSetup.of(chatc.shell().env()));
            return switch (end) {
                case GOODBYE -> Status.DONE;
                case LOST -> Status.UNAVAILABLE;
                case INTERRUPTED -> Status.INTERRUPTED;
            };
        }
    }

    /** Whose nick is taken is offered another. */
    private static LastingSession open(Shell shell, Opening opening, NickWish wish, Talk talk) throws Exception {
        try {
            return LastingSession.open(opening, wish, Rhythm.USUAL, talk, talk::contact);
        } catch (NotDone e) {
            if (e.refused().why() != Refusal.NICK_TAKEN) {
                throw e;
            }
            return open(shell, opening, anotherNick(shell, wish, e), talk);
        }
    }

    private static NickWish anotherNick(Shell shell, NickWish wish, NotDone taken) throws Exception {
        shell.err().print(Complaints.sentence(taken.getMessage() + "; press Enter for the next that is free ("
                + wish.nick() + "2 or so), or type another: "));
        shell.err().flush();
        String line = new BufferedReader(new InputStreamReader(shell.in(), StandardCharsets.UTF_8)).readLine();
        if (line == null) {
            throw taken;
        }
        return line.isBlank() ? new NickWish(wish.nick(), true) : NickWish.exactly(line.strip());
    }
}
