package parley.scenarios.language;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import parley.protocol.Dialect;
import parley.protocol.Restriction;
import parley.protocol.Role;
import parley.protocol.WireName;
import parley.scenarios.language.Action.AskHistory;
import parley.scenarios.language.Action.AskRestrictions;
import parley.scenarios.language.Action.AskRooms;
import parley.scenarios.language.Action.AskStatus;
import parley.scenarios.language.Action.AskWho;
import parley.scenarios.language.Action.AskWhoIs;
import parley.scenarios.language.Action.Change;
import parley.scenarios.language.Action.Connect;
import parley.scenarios.language.Action.Disconnect;
import parley.scenarios.language.Action.Drop;
import parley.scenarios.language.Action.Invite;
import parley.scenarios.language.Action.Join;
import parley.scenarios.language.Action.Kick;
import parley.scenarios.language.Action.Leave;
import parley.scenarios.language.Action.Lift;
import parley.scenarios.language.Action.Open;
import parley.scenarios.language.Action.Ping;
import parley.scenarios.language.Action.Rename;
import parley.scenarios.language.Action.Restrict;
import parley.scenarios.language.Action.Resume;
import parley.scenarios.language.Action.Say;
import parley.scenarios.language.Action.Send;
import parley.scenarios.language.Action.SetKey;
import parley.scenarios.language.Action.SetRole;
import parley.scenarios.language.Action.SetTopic;
import parley.scenarios.language.Action.Stall;
import parley.scenarios.language.Action.Sync;
import parley.scenarios.language.Action.Tell;
import parley.scenarios.language.Action.TellRole;
import parley.scenarios.language.Action.Way;

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
        does("connects [as NICK] [over DIALECT] [to ADDRESS] [with password TEXT]",
                s -> new Connect(s.textOrNull(0), way(s, 1), false, s.secretOrNull(3)));
        does("connects with echo [as NICK] [over DIALECT] [to ADDRESS] [with password TEXT]",
                s -> new Connect(s.textOrNull(0), way(s, 1), true, s.secretOrNull(3)));
        does("connects without hello [over DIALECT] [to ADDRESS]", s -> new Open(way(s, 0)));
        does("joins ROOM [with key TEXT]", s -> new Join(s.text(0), s.secretOrNull(1)));
        does("leaves ROOM [because TEXT]", s -> new Leave(s.text(0), s.textOrNull(1)));
        does("says [in ROOM] TEXT", s -> new Say(s.textOrNull(0), s.text(1)));
        does("says to NICK TEXT", s -> new Tell(s.text(0), s.text(1)));
        tells(Role.OPERATOR);
        tells(Role.VOICE);
        does("renames to NICK", s -> new Rename(s.text(0)));
        does("sets topic [in ROOM] to TEXT", s -> new SetTopic(s.textOrNull(0), s.text(1)));
        does("asks who is in ROOM", s -> new AskWho(s.text(0)));
        does("asks who NICK is", s -> new AskWhoIs(s.text(0)));
        does("asks for rooms", s -> new AskRooms());
        does("asks for history [of ROOM] [after CURSOR] [before CURSOR] [at most NUMBER] [with TEXT]", Verb::history);
        does("asks for restrictions [in PLACE]", s -> new AskRestrictions(s.textOrNull(0)));
        does("asks for status", s -> new AskStatus());
        does("invites NICK [to ROOM]", s -> new Invite(s.text(0), s.textOrNull(1)));
        does("kicks NICK [from PLACE] [because TEXT]", s -> new Kick(s.text(0), s.textOrNull(1), s.textOrNull(2)));
        restricts("bans", Restriction.BAN);
        restricts("mutes", Restriction.MUTE);
        restricts("exempts", Restriction.EXEMPT);
        restricts("admits", Restriction.ADMIT);
        does("gives NICK the role ROLE [in ROOM]", s -> new SetRole(s.text(0), s.text(1), s.textOrNull(2)));
        does("makes ROOM SETTING",
                s -> new Change(s.text(0), RoomWords.read(s.word(1).text()).orElseThrow()));
        does("limits ROOM to NUMBER", s -> new Change(s.text(0), RoomWords.limit(s.number(1))));
        does("sets key of ROOM to TEXT", s -> new SetKey(s.text(0), s.secret(1)));
        does("pings", s -> new Ping());
        does("syncs", s -> new Sync());
        does("disconnects [because TEXT]", s -> new Disconnect(s.textOrNull(0)));
        does("drops", s -> new Drop());
        does("stalls", s -> new Stall());
        does("resumes", s -> new Resume());
        does("sends LINE", s -> new Send(s.line(0)));
        looks("sees", LookReader::sees);
        looks("sees nothing", LookReader::seesNothing);
        looks("sees nothing but", LookReader::seesNothingBut);
        looks("does not see", LookReader::doesNotSee);
    }

    private static void tells(Role role) {
        does("tells " + role.all() + " [in ROOM] TEXT", s -> new TellRole(role, s.textOrNull(0), s.text(1)));
    }

    private static void restricts(String verb, Restriction kind) {
        for (Whom whom : Whom.values()) {
            String form =
                    (whom == Whom.NICK ? verb : verb + " " + whom.name().toLowerCase(Locale.ROOT)) + " NICK [in PLACE]";
            does(form + " [for SPAN] [because TEXT]", s -> new Restrict(kind, whom, s.text(0), s.textOrNull(1),
                    s.textOrNull(2), s.textOrNull(3)));
            does("un" + form, s -> new Lift(kind, whom, s.text(0), s.textOrNull(1)));
        }
    }

    private static Way way(Slots slots, int first) throws Mistake {
        Dialect dialect = slots.has(first)
                ? WireName.read(Dialect.class, slots.word(first).text()).orElseThrow()
                : null;
        return new Way(dialect, slots.textOrNull(first + 1));
    }

    private static Action history(Slots slots) throws Mistake {
        if (slots.has(1) && (slots.has(2) || slots.has(4))) {
            throw new Mistake(slots.word(1), "after a cursor, before one, or with words: one of these");
        }
        if (slots.has(2) && slots.has(4)) {
            throw new Mistake(slots.word(2), "before a cursor or with words: one of these");
        }
        return new AskHistory(slots.textOrNull(0), slots.textOrNull(1), slots.textOrNull(2),
                slots.has(3) ? slots.number(3) : 0, slots.textOrNull(4));
    }

    /** All rows of the table. */
    static List<Verb> all() {
        return Collections.unmodifiableList(TABLE);
    }

    private static void does(String written, Maker maker) {
        Form form = Form.verb(written);
        TABLE.add(new Verb(form, (line, subjects, words) -> {
            Slots slots = new Slots(form.read(words));
            Action action = maker.make(slots);
            return new Step.Act(slots.hiding(line), named(subjects, line), action, slots.uses());
        }));
    }

    private static void looks(String written, Reader reader) {
        TABLE.add(new Verb(Form.verb(written), reader));
    }

    private static List<String> named(Subjects subjects, Written line) throws Mistake {
        return switch (subjects) {
            case Subjects.Named named -> named.names();
            case Subjects.Everyone everyone -> throw new Mistake(new Slice("everyone", line.text().indexOf("everyone")),
                    "everyone can see, but who does something is named: alice and bob");
        };
    }
}
