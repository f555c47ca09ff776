package parley.chatc.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.chatc.talk.Script.NOON;
import static parley.chatc.talk.Script.said;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.chatc.session.Contact;
import parley.protocol.Command;
import parley.protocol.Cursor;
import parley.protocol.Event;
import parley.protocol.Refusal;

/** What is heard, and what is typed that is no command. */
class ConversationTest {

    @Test
    void at_first_it_looks_around_in_every_room() {
        Script script = new Script();
        script.conversation.begin(new Event.Welcomed("alice", "chatd 1.0", List.of("#lobby", "#dev"), "Be\nkind."),
                Optional.of("#dev"));
        script.shows("Be", "kind.", "you are alice on chatd 1.0; /help shows what you can do");
        assertThat(script.prompt).isEqualTo("#dev> ");
        script.asked(new Command.Recall("#dev", null, null, 20)).answer(Event.Done.in("#dev"));
        script.asked(new Command.Who("#dev")).answer(new Event.Members("#dev", List.of("carol", "alice")));
        script.asked(new Command.Recall("#lobby", null, null, 20)).answer(Event.Done.in("#lobby"));
        script.asked(new Command.Who("#lobby")).answer(new Event.Members("#lobby", List.of("bob", "alice")));
        script.askedNothing().shows("in #dev: carol, alice", "in #lobby: bob, alice");
    }

    @Test
    void a_crowd_is_counted() {
        Script script = new Script();
        script.conversation.begin(new Event.Welcomed("alice", "chatd 1.0", List.of("#lobby"), ""),
                Optional.of("#lobby"));
        script.answer(Event.Done.in("#lobby")).rows.clear();
        script.answer(new Event.Members("#lobby", java.util.Collections.nCopies(13, "x")))
                .shows("in #lobby: 13 people; /who names them");
    }

    @Test
    void who_is_seated_nowhere_can_look_for_a_room() {
        Script script = new Script();
        script.conversation.begin(new Event.Welcomed("alice", "chatd 1.0", List.of(), ""), Optional.empty());
        script.shows("you are alice on chatd 1.0; /help shows what you can do", "you are in no room; /join one");
        script.type("hello").shows("you are in no room; /join one first").askedNothing();
        assertThat(script.prompt).isEqualTo("(no room)> ");
    }

    @Test
    void a_text_goes_to_the_room_and_is_shown_when_it_comes_back() {
        Script script = Script.inLobby().type("hello, !world");
        script.asked(new Command.Say("#lobby", "hello, !world")).shows();
        script.hear(said("7", "alice", "hello, !world")).shows("12:00 alice: hello, !world");
        script.answer(Event.Done.at("#lobby", new Cursor("7"))).shows();
    }

    @Test
    void of_several_lines_each_is_a_message_and_none_a_command() {
        Script script = Script.inLobby().type("one\r\n\n/two\r  three");
        script.asked(new Command.Say("#lobby", "one")).answer(Event.Done.PLAIN);
        script.asked(new Command.Say("#lobby", "/two")).answer(Event.Done.PLAIN);
        script.asked(new Command.Say("#lobby", "  three")).answer(Event.Done.PLAIN).askedNothing();
    }

    @Test
    void two_slashes_say_one() {
        Script.inLobby().type("//help").asked(new Command.Say("#lobby", "/help"));
    }

    @Test
    void nothing_is_said_by_an_empty_line() {
        Script.inLobby().type("").type("  ").askedNothing().shows();
    }

    @Test
    void what_is_longer_than_a_message_is_said_in_several() {
        Script script = Script.inLobby().type("x".repeat(10_000));
        script.asked(new Command.Say("#lobby", "x".repeat(8192))).answer(Event.Done.PLAIN);
        script.asked(new Command.Say("#lobby", "x".repeat(1808)));
    }

    @Test
    void a_refusal_is_shown_as_it_came() {
        Script.inLobby().type("hello").refuse(Refusal.TEXT_INVALID, "not that").shows("not that");
        Script.inLobby().hear(new Event.Refused(Refusal.LINE_TOO_LONG, "", "too long")).shows("too long");
    }

    @Test
    void what_happens_is_shown() {
        Script.inLobby().hear(said("1", "bob", "hi"), new Event.Told("bob", "psst", NOON),
                new Event.Joined("#lobby", "carol"), new Event.Left("#lobby", "bob", "connection reset"),
                new Event.Left("#lobby", "dan", "left"), new Event.Renamed("carol", "caro"),
                new Event.TopicSet("#lobby", "caro", "tea"), new Event.TopicSet("#lobby", "caro", ""),
                new Event.Ping())
                .shows("12:00 bob: hi", "12:00 bob → alice: psst", "12:00 carol joined #lobby",
                        "12:00 bob left #lobby (connection reset)", "12:00 dan left #lobby",
                        "12:00 carol is now caro", "12:00 topic of #lobby, by caro: tea",
                        "12:00 caro cleared the topic of #lobby");
    }

    @Test
    void further_lines_of_a_message_cannot_be_taken_for_messages() {
        Script.inLobby().hear(said("1", "bob", "one\n12:00 eve: two")).shows("12:00 bob: one", "      12:00 eve: two");
    }

    @Test
    void what_is_said_elsewhere_says_where() {
        Script.inLobby().hear(new Event.Said("#dev", new Cursor("1"), "bob", "hi", NOON, true))
                .shows("12:00 #dev bob: hi");
    }

    @Test
    void another_day_begins_with_its_date() {
        Event.Said yesterday =
                new Event.Said("#lobby", new Cursor("1"), "bob", "old", NOON.minus(Duration.ofDays(1)), true);
        Script.inLobby().hear(yesterday, said("2", "bob", "new"), said("3", "bob", "newer")).shows(
                "— Friday, 30 January 2026 —", "12:00 bob: old", "— Saturday, 31 January 2026 —", "12:00 bob: new",
                "12:00 bob: newer");
    }

    @Test
    void the_history_comes_first_and_nothing_twice() {
        Script script = new Script();
        script.conversation.begin(new Event.Welcomed("alice", "chatd 1.0", List.of("#lobby"), ""),
                Optional.of("#lobby"));
        script.rows.clear();
        script.hear(said("2", "bob", "meanwhile"), new Event.Joined("#lobby", "carol"), said("3", "carol", "later"));
        script.shows();
        script.hear(said("1", "bob", "before").asPast(), said("2", "bob", "meanwhile").asPast());
        script.answer(Event.Done.in("#lobby"));
        script.shows("12:00 bob: before", "12:00 bob: meanwhile", "12:00 carol joined #lobby", "12:00 carol: later");
        script.hear(said("4", "bob", "now")).shows("12:00 bob: now");
    }

    @Test
    void a_history_that_is_refused_keeps_nothing_back() {
        Script script = new Script();
        script.conversation.begin(new Event.Welcomed("alice", "chatd 1.0", List.of("#lobby"), ""),
                Optional.of("#lobby"));
        script.rows.clear();
        script.hear(said("2", "bob", "meanwhile")).refuse(Refusal.NOT_STORED, "broken").shows("12:00 bob: meanwhile");
    }

    @Test
    void the_names_that_can_be_completed_are_those_who_are_there() {
        Script script = Script.inLobby();
        assertThat(script.conversation.known().nicks()).containsExactly("bob");
        script.hear(new Event.Joined("#lobby", "Carol"), new Event.Renamed("bob", "rob"));
        assertThat(script.conversation.known().nicks()).containsExactly("Carol", "rob");
        script.hear(new Event.Left("#lobby", "Carol", ""), new Event.Renamed("alice", "alicia"));
        assertThat(script.conversation.known().nicks()).containsExactly("rob");
        script.hear(new Event.Joined("#lobby", "e\u001b[2Jvil"));
        assertThat(script.conversation.known().nicks()).containsExactly("rob");
    }

    @Test
    void nothing_hostile_reaches_the_screen() {
        String hostile = "\u001b]0;x\u0007\u001b[2J\r\u202e\u009b";
        Script script = Script.inLobby().hear(said("1", "b" + hostile, hostile), new Event.Told(hostile, hostile, NOON),
                new Event.Joined("#lobby", hostile), new Event.Left("#lobby", hostile, hostile),
                new Event.Renamed(hostile, hostile + "2"), new Event.TopicSet("#lobby", hostile, hostile),
                new Event.Said("#" + hostile, Cursor.NONE, hostile, hostile, NOON, true),
                new Event.Refused(Refusal.OTHER, hostile, hostile));
        script.type("/rooms").answer(new Event.RoomList(List.of(new Event.RoomInfo("#" + hostile, hostile, 1))));
        script.type("/who").answer(new Event.Members("#" + hostile, List.of(hostile)));
        script.type("/topic").type("/" + hostile).type("/join x").answer(Event.Done.in("#" + hostile));
        script.conversation.begin(new Event.Welcomed(hostile, hostile, List.of("#" + hostile), hostile),
                Optional.of("#" + hostile));
        assertThat(script.rows).hasSizeGreaterThan(12).allSatisfy(row -> assertThat(row.text().codePoints())
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT));
        assertThat(script.prompt.codePoints()).noneMatch(Character::isISOControl);
    }

    @Test
    void what_was_being_typed_when_the_connection_went_is_not_lost() {
        Script script = Script.inLobby();
        script.conversation.unsent(new Typed.Interrupted("half a line"));
        script.conversation.unsent(new Typed.Interrupted(""));
        script.conversation.contact(new Contact.Ended("bob kicked you off the server"));
        script.conversation.over(Talk.End.LOST);
        script.shows("not sent: half a line", "the connection is over: bob kicked you off the server");
        script.conversation.over(Talk.End.GOODBYE);
        script.shows("goodbye");
    }

    @Test
    void a_lost_connection_is_told_of_once_and_what_is_typed_meanwhile_waits() {
        Script script = Script.inLobby();
        script.conversation.contact(new Contact.Lost("broken", Duration.ofSeconds(1)));
        script.conversation.contact(new Contact.Lost("no server there", Duration.ofSeconds(2)));
        script.shows("the connection is lost: broken; chatc tries to get it back, and keeps what you type until then");
        assertThat(script.prompt).isEqualTo("#lobby (not connected)> ");
        script.type("hello").shows("waits for the connection: hello").asked(new Command.Say("#lobby", "hello"));
        script.answer(Event.Done.PLAIN);
        script.conversation
                .contact(new Contact.Regained(new Event.Welcomed("alice", "chatd 1.0", List.of("#lobby"), "")));
        script.hear(said("8", "bob", "missed").asPast()).shows("12:00 connected again as alice", "12:00 bob: missed");
        assertThat(script.prompt).isEqualTo("#lobby> ");
        script.asked(new Command.Who("#lobby")).answer(new Event.Members("#lobby", List.of("carol", "alice"))).shows();
        assertThat(script.conversation.known().nicks()).containsExactly("carol");
    }
}
