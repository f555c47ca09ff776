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
import parley.protocol.Restriction;
import parley.protocol.Role;
import parley.protocol.Target;

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
        script.askedNothing().shows("in #dev: carol, alice");
        assertThat(script.footer).isEqualTo("1:#lobby  [2:#dev]  alice");
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
    void of_several_lines_somebody_says_whether_each_is_a_message() {
        Script script = Script.inLobby().type("one\r\n\n/two\r  three\n").askedNothing();
        assertThat(script.prompt).isEqualTo("send 3 lines [l]ine by line, as [o]ne message, or [n]ot at all? ");
        script.type("what?").shows("l, o or n is the answer").askedNothing().type("L");
        script.asked(new Command.Say("#lobby", "one")).answer(Event.Done.PLAIN);
        script.asked(new Command.Say("#lobby", "/two")).answer(Event.Done.PLAIN);
        script.asked(new Command.Say("#lobby", "  three")).answer(Event.Done.PLAIN).askedNothing();
        assertThat(script.prompt).isEqualTo("#lobby> ");
    }

    @Test
    void several_lines_can_be_one_message_or_none() {
        Script script = Script.inLobby().type("one\n\n  two").type("o");
        script.asked(new Command.Say("#lobby", "one\n\n  two")).answer(Event.Done.PLAIN).askedNothing();
        script.type("one\ntwo").type("n").shows("not sent").askedNothing();
        script.type("one\ntwo");
        script.conversation.interrupted();
        script.shows("not sent").askedNothing();
        script.conversation.interrupted();
        script.shows("Ctrl-C once more leaves");
    }

    @Test
    void one_line_with_its_end_is_a_line() {
        Script.inLobby().type("one\n").asked(new Command.Say("#lobby", "one"));
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
    void what_is_said_elsewhere_is_counted_and_shown_to_who_comes_to_look() {
        Script script = Script.inLobby().alsoIn("#dev");
        script.hear(said("1", "bob", "hi"), said("2", "bob", "Alice?"), said("3", "bob", "malice")).shows();
        assertThat(script.footer).isEqualTo("1:#lobby(3!1)  [2:#dev]  alice");
        assertThat(script.rings).isEqualTo(1);
        script.type("/room lobby")
                .shows("— #lobby —", "12:00 bob: hi", "12:00 bob: Alice?", "12:00 bob: malice");
        assertThat(script.footer).isEqualTo("[1:#lobby]  2:#dev  alice");
        assertThat(script.prompt).isEqualTo("#lobby> ");
        script.type("/room 2").type("/room 1").shows("— #lobby —", "12:00 bob: hi", "12:00 bob: Alice?",
                "12:00 bob: malice");
    }

    @Test
    void without_a_footer_what_is_said_elsewhere_is_shown_at_once_and_says_where() {
        Script script = Script.inLobby().alsoIn("#dev");
        script.hasFooter = false;
        script.hear(said("1", "bob", "hi")).shows("12:00 #lobby bob: hi");
    }

    @Test
    void keys_turn_to_another_room() {
        Script script = Script.inLobby().alsoIn("#dev").alsoIn("#ops");
        press(script, "\u001b1");
        assertThat(script.prompt).isEqualTo("#lobby> ");
        press(script, "\u001b[1;3D");
        assertThat(script.prompt).isEqualTo("#ops> ");
        press(script, "\u001b[1;3C");
        assertThat(script.prompt).isEqualTo("#lobby> ");
        script.hear(new Event.Said("#ops", new Cursor("1"), "bob", "hi", NOON, false));
        press(script, "\u001ba");
        assertThat(script.prompt).isEqualTo("#ops> ");
        script.rows.clear();
        press(script, "\u001ba");
        press(script, "\u001b9");
        script.shows("nothing new in any room", "you are in no room 9; /join ROOM comes into another");
    }

    private static void press(Script script, String sequence) {
        Shortcut.ALL.stream().filter(it -> it.sequence().equals(sequence)).forEach(script.conversation::pressed);
    }

    @Test
    void where_the_footer_has_no_room_for_all_it_has_what_matters() {
        Script script = Script.inLobby().alsoIn("#quiet").alsoIn("#development");
        script.hear(said("1", "bob", "alice?"));
        assertThat(script.footer).isEqualTo("1:#lobby(1!1)  2:#quiet  [3:#development]  alice");
        script.columns = 40;
        script.hear(new Event.Joined("#lobby", "carol"));
        assertThat(script.footer).isEqualTo("1:#lobby(1!1)  [3:#development]  alice");
        script.columns = 35;
        script.hear(new Event.Joined("#lobby", "eve"));
        assertThat(script.footer).isEqualTo("1:#lobby(1!1)  [3:#development]");
        script.columns = 20;
        script.hear(new Event.Joined("#lobby", "dan"));
        assertThat(script.footer).isEqualTo("[3:#development]");
    }

    @Test
    void the_bell_can_be_turned_off_and_old_messages_do_not_ring() {
        Script script = Script.inLobby();
        script.hear(said("1", "bob", "alice!"), said("2", "alice", "alice"), new Event.Told("bob", "psst", NOON));
        assertThat(script.rings).isEqualTo(2);
        script.type("/bell off").hear(said("3", "bob", "alice!"));
        assertThat(script.rings).isEqualTo(2);
        assertThat(script.rows).filteredOn(row -> row.text().contains("bob: alice!"))
                .allMatch(row -> row.spans().getLast().look() == Look.Tone.MENTION);
    }

    @Test
    void what_operators_do_is_told_in_sentences() {
        Script script = Script.inLobby().alsoIn("#dev");
        script.hear(new Event.Kicked("#dev", "eve", "bob", "spam"),
                new Event.Restricted(Restriction.BAN, "#dev", new Target.ByNick("eve*"), "bob",
                        NOON.plus(Duration.ofHours(12)), "spam"),
                new Event.Restricted(Restriction.MUTE, "#dev", new Target.ByAccount("dan"), "bob", null, ""),
                new Event.Lifted(Restriction.BAN, "#dev", new Target.ByAddress("203.0.113.0/24"), "bob"),
                new Event.Restricted(Restriction.EXEMPT, "#dev", new Target.ByNick("fay"), "bob", null, ""),
                new Event.Lifted(Restriction.EXEMPT, "#dev", new Target.ByNick("fay"), "bob"),
                new Event.Restricted(Restriction.ADMIT, "#dev", new Target.ByNick("fay"), "bob", null, ""),
                new Event.Lifted(Restriction.ADMIT, "#dev", new Target.ByNick("fay"), "bob"),
                new Event.RoleSet("#dev", "bob", "carol", null, Role.OPERATOR),
                new Event.Invited("#dev", "eve", "bob"), new Event.Invited("#ops", "alice", "bob"));
        script.shows("12:00 bob kicked eve out of #dev (spam)",
                "12:00 bob banned eve* from #dev until 1 February 2026 00:00 (spam)",
                "12:00 bob muted the account dan in #dev", "12:00 bob unbanned 203.0.113.0/24 from #dev",
                "12:00 bob exempted fay from the bans and mutes of #dev",
                "12:00 bob ended the exemption of fay from the bans and mutes of #dev",
                "12:00 bob admitted fay to #dev", "12:00 bob ended the admission of fay to #dev",
                "12:00 bob made carol an operator of #dev", "12:00 bob invites eve to #dev",
                "12:00 bob invites you to #ops: /join #ops");
        script.hear(new Event.Kicked("#dev", "alice", "bob", ""));
        script.shows("12:00 bob kicked you out of #dev");
        assertThat(script.prompt).isEqualTo("#lobby> ");
        assertThat(script.footer).isEqualTo("[1:#lobby]  alice");
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
        script.hear(new Event.Kicked("#lobby", hostile, hostile, hostile),
                new Event.Restricted(Restriction.BAN, "#lobby", new Target.ByNick(hostile), hostile, null, hostile),
                new Event.Lifted(Restriction.MUTE, null, new Target.ByAddress(hostile), hostile),
                new Event.RoleSet("#lobby", hostile, hostile, hostile, Role.VOICE),
                new Event.Invited("#" + hostile, hostile, hostile), new Event.Gap("#" + hostile, Cursor.NONE));
        script.type("/whois x")
                .answer(new Event.Person(hostile, hostile, false, List.of("#" + hostile), NOON, false, hostile));
        script.type("/history").hear(said("2", hostile, hostile).asPast()).answer(Event.Done.in("#lobby"));
        script.type("/room").type("/topic").type("/" + hostile).type("/join x").answer(Event.Done.in("#" + hostile));
        script.conversation.begin(new Event.Welcomed(hostile, hostile, List.of("#" + hostile), hostile),
                Optional.of("#" + hostile));
        script.conversation.contact(new Contact.Lost(hostile, Duration.ofSeconds(1)));
        script.conversation.contact(new Contact.Ended(hostile));
        assertThat(script.footer.codePoints()).noneMatch(Character::isISOControl);
        assertThat(script.rows).hasSizeGreaterThan(24).allSatisfy(row -> assertThat(row.text().codePoints())
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
