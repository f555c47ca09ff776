package parley.chatd.dialect.irc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.protocol.Access;
import parley.protocol.Command;
import parley.protocol.Event;
import parley.protocol.Event.Joined;
import parley.protocol.Event.Kicked;
import parley.protocol.Event.Left;
import parley.protocol.Event.Renamed;
import parley.protocol.Event.Said;
import parley.protocol.Event.Told;
import parley.protocol.Event.TopicSet;
import parley.protocol.Restriction;
import parley.protocol.Role;
import parley.protocol.RoomChange;
import parley.protocol.Target;

/** Who speaks IRC and who speaks JSON lines are in the same rooms, and see of each other what they can be told. */
class ConversationTest {

    private final Irc irc = new Irc("");
    private final IrcPerson alice = irc.connect("alice");
    private final JsonPerson bob = irc.json("bob");

    @BeforeEach
    void meet() {
        bob.does(new Command.Join("#tea"));
        bob.does(new Command.Join("#garden"));
        alice.says("JOIN #tea,#garden").told();
        bob.told();
    }

    @Test
    void theyHearEachOther() {
        alice.says("PRIVMSG #tea :hello bob");
        assertThat(bob.told()).singleElement().isInstanceOfSatisfying(Said.class, said -> {
            assertThat(said.from()).isEqualTo("alice");
            assertThat(said.text()).isEqualTo("hello bob");
        });
        bob.does(new Command.Say("#tea", "hello, alice"));
        assertThat(alice.told()).containsExactly(":bob!~u@bob PRIVMSG #tea :hello, alice");
    }

    @Test
    void theySpeakAlone() {
        alice.says("PRIVMSG bob :psst");
        assertThat(bob.told()).containsExactly(new Told("alice", "psst", Irc.NOW));
        bob.does(new Command.Tell("alice", "what?"));
        assertThat(alice.told()).containsExactly(":bob!~u@bob PRIVMSG alice what?");
    }

    @Test
    void aNoticeIsOne() {
        alice.says("NOTICE #tea :beep", "NOTICE bob :boop");
        assertThat(bob.told().toString()).contains("text=beep", "notice=true").doesNotContain("notice=false");
        bob.does(new Command.Say("#tea", "beep", true));
        bob.does(new Command.Tell("alice", "boop", true));
        assertThat(alice.told()).containsExactly(":bob!~u@bob NOTICE #tea beep", ":bob!~u@bob NOTICE alice boop");
    }

    @Test
    void theySeeEachOtherComeAndGo() {
        alice.says("PART #tea :tired", "JOIN #tea");
        assertThat(bob.told()).containsExactly(new Left("#tea", "alice", "tired"), new Joined("#tea", "alice"));
        alice.told();
        bob.does(new Command.Leave("#tea", "tired"));
        bob.does(new Command.Join("#tea"));
        assertThat(alice.told()).containsExactly(":bob!~u@bob PART #tea tired", ":bob!~u@bob JOIN #tea");
    }

    @Test
    void whoIsGoneIsGoneFromEachRoomHereAndOnceThere() {
        bob.disconnects("connection closed");
        assertThat(alice.told()).containsExactly(":bob!~u@bob QUIT :connection closed");
        JsonPerson carol = irc.json("carol");
        carol.does(new Command.Join("#tea"));
        carol.does(new Command.Join("#garden"));
        alice.says("QUIT :bye");
        assertThat(carol.told()).containsExactlyInAnyOrder(new Left("#tea", "alice", "bye"),
                new Left("#garden", "alice", "bye"));
    }

    @Test
    void theyRename() {
        assertThat(alice.asks("NICK ann")).containsExactly(":alice!~u@alice NICK ann");
        assertThat(bob.told()).containsExactly(new Renamed("alice", "ann"));
        bob.does(new Command.Rename("rob"));
        assertThat(alice.told()).containsExactly(":bob!~u@bob NICK rob");
    }

    @Test
    void theySetTopics() {
        assertThat(alice.asks("TOPIC #tea :Darjeeling today"))
                .containsExactly(":alice!~u@alice TOPIC #tea :Darjeeling today");
        assertThat(bob.told()).containsExactly(new TopicSet("#tea", "alice", "Darjeeling today", Irc.NOW));
        bob.does(new Command.SetTopic("#tea", ""));
        assertThat(alice.told()).containsExactly(":bob!~u@bob TOPIC #tea :");
    }

    @Test
    void anOperatorsDeedsAreModes() {
        bob.does(new Command.SetRole("#tea", "alice", Role.OPERATOR));
        bob.does(new Command.SetRoom("#tea", new RoomChange(Access.MEMBERS_ONLY, true, true, false, 5, null)));
        bob.does(new Command.Restrict(Restriction.BAN, "#tea", new Target.ByNick("mallory"), null, "noise"));
        bob.does(new Command.Restrict(Restriction.MUTE, "#tea", new Target.ByAccount("eve"), null, null));
        bob.does(new Command.Lift(Restriction.BAN, "#tea", new Target.ByNick("mallory")));
        assertThat(alice.told()).containsExactly(":bob!~u@bob MODE #tea +o alice", ":bob!~u@bob MODE #tea +imt-s+l 5",
                ":bob!~u@bob MODE #tea +b mallory!*@*", ":bob!~u@bob MODE #tea +q $a:eve",
                ":bob!~u@bob MODE #tea -b mallory!*@*");
    }

    @Test
    void theyAreKicked() {
        bob.does(new Command.Kick("#tea", "alice", "noise"));
        assertThat(alice.told()).containsExactly(":bob!~u@bob KICK #tea alice noise");
        assertThat(alice.asks("PRIVMSG #tea :but")).singleElement().asString().startsWith(":irc.test 404 alice #tea :");
        bob.does(new Command.SetRole("#garden", "alice", Role.OPERATOR));
        assertThat(alice.asks("KICK #garden bob :so there")).contains(":alice!~u@alice KICK #garden bob :so there");
        assertThat(bob.told()).contains(new Kicked("#garden", "bob", "alice", "so there"));
    }

    @Test
    void theyInvite() {
        JsonPerson carol = irc.json("carol");
        assertThat(alice.asks("INVITE carol #tea")).containsExactly(":irc.test 341 alice carol #tea");
        assertThat(carol.told()).contains(new Event.Invited("#tea", "carol", "alice"));
        carol.does(new Command.Join("#den"));
        carol.does(new Command.Invite("#den", "alice"));
        assertThat(alice.told()).containsExactly(":carol!~u@carol INVITE alice #den");
    }

    @Test
    void whatSomebodyDoesIsAnActionHereAndSlashMeThere() {
        alice.says("PRIVMSG #tea :\u0001ACTION waves\u0001");
        assertThat(bob.told()).singleElement().isInstanceOfSatisfying(Said.class,
                said -> assertThat(said.text()).isEqualTo("/me waves"));
        bob.does(new Command.Say("#tea", "/me waves back"));
        assertThat(alice.told()).containsExactly(":bob!~u@bob PRIVMSG #tea :\u0001ACTION waves back\u0001");
    }

    @Test
    void aTextOfSeveralLinesIsSeveralMessages() {
        bob.does(new Command.Say("#tea", "one\n\ntwo\r\nthree"));
        assertThat(alice.told()).containsExactly(":bob!~u@bob PRIVMSG #tea one", ":bob!~u@bob PRIVMSG #tea two",
                ":bob!~u@bob PRIVMSG #tea three");
    }

    @Test
    void aLongTextIsCutBetweenCharactersAndNothingIsLost() {
        String text = "\u00e9\ud83d\ude00 ".repeat(300);
        bob.does(new Command.Say("#tea", text));
        List<String> told = alice.told();
        assertThat(told).hasSizeGreaterThan(3).allSatisfy(line -> {
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).isBetween(1, 510);
            assertThat(line).startsWith(":bob!~u@bob PRIVMSG #tea :").doesNotContain("\ufffd");
        });
        assertThat(String.join("", told).replace(":bob!~u@bob PRIVMSG #tea :", "")).isEqualTo(text);
    }

    @Test
    void aLongTopicIsCut() {
        bob.does(new Command.SetTopic("#tea", "\u00e9".repeat(600)));
        assertThat(alice.told()).singleElement().satisfies(
                line -> assertThat(line.getBytes(StandardCharsets.UTF_8).length).isBetween(509, 510));
    }
}
