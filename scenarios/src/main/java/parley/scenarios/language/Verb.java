package parley.scenarios.language;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import parley.protocol.Restriction;
import parley.scenarios.language.Action.AskWho;
import parley.scenarios.language.Action.Connect;
import parley.scenarios.language.Action.Disconnect;
import parley.scenarios.language.Action.Drop;
import parley.scenarios.language.Action.Invite;
import parley.scenarios.language.Action.Join;
import parley.scenarios.language.Action.Kick;
import parley.scenarios.language.Action.Leave;
import parley.scenarios.language.Action.Lift;
import parley.scenarios.language.Action.Rename;
import parley.scenarios.language.Action.Restrict;
import parley.scenarios.language.Action.Say;
import parley.scenarios.language.Action.Send;
import parley.scenarios.language.Action.SetRole;
import parley.scenarios.language.Action.SetTopic;
import parley.scenarios.language.Action.Tell;

/**
 * A row of the table of what a client can do: the form of the step after the clients' names, and what is made of it.
 *
 * @param reader makes a step of what comes after the keywords
 */
record Verb(Form form, Reader reader) {

    /** Reads the rest of a step. */
    interface Reader {
        Step read(Written written, Subjects subjects, Words words) throws Mistake;
    }

    /** Makes an action of what fills the blanks. */
    private interface Maker {
        Action make(Slots slots) throws Mistake;
    }

    private static final List<Verb> TABLE = new ArrayList<>();

    static {
        does("connects [as NICK] [with password TEXT]", s -> new Connect(s.textOrNull(0), s.textOrNull(1)));
        does("joins ROOM [with key TEXT]", s -> new Join(s.text(0), s.textOrNull(1)));
        does("leaves ROOM [because TEXT]", s -> new Leave(s.text(0), s.textOrNull(1)));
        does("says [in ROOM] TEXT", s -> new Say(s.textOrNull(0), s.text(1)));
        does("says to NICK TEXT", s -> new Tell(s.text(0), s.text(1)));
        does("renames to NICK", s -> new Rename(s.text(0)));
        does("sets topic [in ROOM] to TEXT", s -> new SetTopic(s.textOrNull(0), s.text(1)));
        does("asks who is in ROOM", s -> new AskWho(s.text(0)));
        does("invites NICK [to ROOM]", s -> new Invite(s.text(0), s.textOrNull(1)));
        does("kicks NICK [from ROOM] [because TEXT]", s -> new Kick(s.text(0), s.textOrNull(1), s.textOrNull(2)));
        restricts("bans", Restriction.BAN);
        restricts("mutes", Restriction.MUTE);
        does("gives NICK the role ROLE [in ROOM]", s -> new SetRole(s.text(0), s.text(1), s.textOrNull(2)));
        does("disconnects [because TEXT]", s -> new Disconnect(s.textOrNull(0)));
        does("drops", s -> new Drop());
        does("sends LINE", s -> new Send(s.word(0).text()));
        looks("sees", LookReader::sees);
        looks("sees nothing", LookReader::seesNothing);
        looks("sees nothing but", LookReader::seesNothingBut);
        looks("does not see", LookReader::doesNotSee);
    }

    private static void restricts(String verb, Restriction kind) {
        for (Whom whom : Whom.values()) {
            String form =
                    (whom == Whom.NICK ? verb : verb + " " + whom.name().toLowerCase(Locale.ROOT)) + " NICK [in ROOM]";
            does(form + " [for SPAN] [because TEXT]", s -> new Restrict(kind, whom, s.text(0), s.textOrNull(1),
                    s.textOrNull(2), s.textOrNull(3)));
            does("un" + form, s -> new Lift(kind, whom, s.text(0), s.textOrNull(1)));
        }
    }

    /** All rows of the table. */
    static List<Verb> all() {
        return Collections.unmodifiableList(TABLE);
    }

    private static void does(String written, Maker maker) {
        Form form = Form.of(written);
        TABLE.add(new Verb(form, (line, subjects, words) -> new Step.Act(line, named(subjects, line),
                maker.make(new Slots(form.read(words))))));
    }

    private static void looks(String written, Reader reader) {
        TABLE.add(new Verb(Form.of(written), reader));
    }

    private static List<String> named(Subjects subjects, Written line) throws Mistake {
        return switch (subjects) {
            case Subjects.Named named -> named.names();
            case Subjects.Everyone everyone -> throw new Mistake(new Slice("everyone", line.text().indexOf("everyone")),
                    "everyone can see, but who does something is named: alice and bob");
        };
    }
}
