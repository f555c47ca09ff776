package parley.chatd.core;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.chatd.core.Chat.LOBBY;
import static parley.chatd.core.Chat.assertRefused;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.protocol.Command;
import parley.protocol.Command.TellRole;
import parley.protocol.Cursor;
import parley.protocol.Event.Done;
import parley.protocol.Event.Said;
import parley.protocol.Event.Told;
import parley.protocol.Event.ToldRole;
import parley.protocol.Event.Welcomed;
import parley.protocol.Refusal;
import parley.protocol.Role;
import parley.protocol.RoomChange;

class SayTest {

    private final Chat chat = new Chat();
    private final Person alice = chat.connect("alice", "#tea");
    private final Person bob = chat.connect("bob", "#tea");
    private final Person carol = chat.connect("carol");

    @BeforeEach
    void everyoneIsUpToDate() {
        alice.news();
        bob.news();
    }

    @Test
    void aMessageGoesToAllMembersAndToNobodyElse() {
        Cursor cursor = ((Done) alice.says("#tea", "hi all")).cursor();

        assertThat(bob.news()).containsExactly(new Said("#tea", cursor, "alice", "hi all", FakeClock.NOON, false));
        assertThat(carol.news()).isEmpty();
    }

    @Test
    void theSenderGetsAnAnswerAndNoCopy() {
        assertThat(alice.says("#tea", "hi all")).isInstanceOfSatisfying(Done.class, done -> {
            assertThat(done.room()).isEqualTo("#tea");
            assertThat(done.cursor()).isNotNull().isNotEqualTo(Cursor.NONE);
            assertThat(done.more()).isFalse();
        });
        assertThat(alice.news()).isEmpty();
    }

    @Test
    void whoAskedForAnEchoGetsBoth() {
        Person dora = chat.open();
        assertThat(dora.does(new Command.Hello("dora", true))).isInstanceOf(Welcomed.class);
        assertThat(dora.news()).isEmpty();
        Done done = (Done) dora.says("hi all");

        assertThat(dora.news())
                .containsExactly(new Said(LOBBY, done.cursor(), "dora", "hi all", FakeClock.NOON, false));
        assertThat(carol.heard()).containsExactly("hi all");
    }

    @Test
    void everyMessageHasItsOwnCursorAndTime() {
        Done first = (Done) alice.says("one");
        chat.clock.advance(Duration.ofNanos(1_999_999));
        Done second = (Done) alice.says("two");

        assertThat(first.cursor()).isNotEqualTo(second.cursor());
        assertThat(bob.news()).extracting(said -> ((Said) said).at()).containsExactly(FakeClock.NOON,
                FakeClock.NOON.plusMillis(1));
    }

    @Test
    void onlyMembersMaySpeakInARoom() {
        assertRefused(carol.says("#tea", "let me in"), Refusal.NOT_A_MEMBER);
        assertRefused(carol.says("#nowhere", "hello?"), Refusal.NOT_A_MEMBER);
        assertRefused(carol.says("tea", "hello?"), Refusal.NOT_A_MEMBER);
        assertRefused(carol.says("", "hello?"), Refusal.NOT_A_MEMBER);
        assertThat(bob.news()).isEmpty();
    }

    @Test
    void whoHasLeftHearsAndSaysNothing() {
        bob.leaves("#tea", null);
        alice.news();
        alice.says("#tea", "are they gone?");

        assertThat(bob.heard()).isEmpty();
        assertRefused(bob.says("#tea", "no"), Refusal.NOT_A_MEMBER);
        assertThat(alice.news()).isEmpty();
    }

    @Test
    void aMessageMayHaveSeveralLinesAndAnyCharacterButNul() {
        String text = "one\ntwo\r\n\tthree \u001b[1m 🍵 \u2028 \ufffd";
        alice.says(text);

        assertThat(bob.heard()).containsExactly(text);
        assertRefused(alice.says("nu\0l"), Refusal.TEXT_INVALID);
        assertThat(bob.heard()).isEmpty();
    }

    @Test
    void aMessageHasAtLeastOneCharacter() {
        assertRefused(alice.says(""), Refusal.TEXT_EMPTY);
        assertThat(alice.says(" ")).isInstanceOf(Done.class);
        assertThat(bob.heard()).containsExactly(" ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "ä", "✓", "🍵"})
    void theLimitOfAMessageCountsBytes(String character) {
        int bytes = character.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        String longest = character.repeat(100 / bytes) + "x".repeat(100 % bytes);

        assertThat(alice.says(longest)).isInstanceOf(Done.class);
        assertRefused(alice.says(longest + "x"), Refusal.TEXT_TOO_LONG);
        assertThat(bob.heard()).containsExactly(longest);
    }

    @Test
    void aPrivateMessageGoesToOneAlone() {
        assertThat(alice.does(new Command.Tell("Bob", "psst"))).isEqualTo(Done.PLAIN);

        assertThat(bob.news()).containsExactly(new Told("alice", "psst", FakeClock.NOON));
        assertThat(carol.news()).isEmpty();
        assertThat(alice.news()).isEmpty();
    }

    @Test
    void whatIsForOperatorsGoesToThemAndIsInNoHistory() {
        Person dora = chat.connect("dora", "#tea");
        bob.news();
        assertThat(bob.does(new TellRole("#tea", Role.OPERATOR, "psst"))).isEqualTo(Done.in("#tea"));

        assertThat(alice.news()).endsWith(new ToldRole("#tea", Role.OPERATOR, "bob", "psst", FakeClock.NOON));
        assertThat(bob.news()).isEmpty();
        assertThat(dora.news()).isEmpty();
        alice.does(new Command.Recall("#tea", null, null, 10));
        alice.does(new Command.Search("#tea", "psst", 10));
        assertThat(alice.news()).isEmpty();
    }

    @Test
    void whatIsForVoicesGoesToOperatorsAsWellAndEchoes() {
        Person dora = chat.open();
        dora.does(new Command.Hello("dora", true));
        dora.joins("#tea");
        alice.does(new Command.SetRole("#tea", "bob", Role.VOICE));
        alice.news();
        bob.news();
        dora.news();
        dora.does(new TellRole("#tea", Role.VOICE, "psst", true));

        ToldRole told = new ToldRole("#tea", Role.VOICE, "dora", "psst", FakeClock.NOON, true);
        assertThat(alice.news()).containsExactly(told);
        assertThat(bob.news()).containsExactly(told);
        assertThat(dora.news()).containsExactly(told);
    }

    @Test
    void toTellARoleTakesASeatAVoiceAndARoleToTell() {
        assertRefused(carol.does(new TellRole("#tea", Role.OPERATOR, "psst")), Refusal.NOT_A_MEMBER);
        assertRefused(bob.does(new TellRole("#tea", Role.MEMBER, "psst")), Refusal.FIELD_INVALID);
        assertRefused(bob.does(new TellRole("#tea", Role.OPERATOR, "")), Refusal.TEXT_EMPTY);
        alice.does(new Command.SetRoom("#tea", new RoomChange(null, true, null, null, null, null)));
        assertRefused(bob.does(new TellRole("#tea", Role.OPERATOR, "psst")), Refusal.MODERATED);
        assertThat(alice.news()).isEmpty();
    }

    @Test
    void oneMayTellOneself() {
        assertThat(alice.does(new Command.Tell("alice", "milk, eggs"))).isEqualTo(Done.PLAIN);
        assertThat(alice.news()).containsExactly(new Told("alice", "milk, eggs", FakeClock.NOON));
    }

    @Test
    void aPrivateMessageNeedsSomebodyAndAText() {
        assertRefused(alice.does(new Command.Tell("nobody", "psst")), Refusal.NO_SUCH_NICK);
        assertRefused(alice.does(new Command.Tell("no nick", "psst")), Refusal.NO_SUCH_NICK);
        assertRefused(alice.does(new Command.Tell("bob", "")), Refusal.TEXT_EMPTY);
        assertRefused(alice.does(new Command.Tell("bob", "nu\0l")), Refusal.TEXT_INVALID);
        assertRefused(alice.does(new Command.Tell("bob", "x".repeat(101))), Refusal.TEXT_TOO_LONG);
        assertThat(bob.news()).isEmpty();
    }
}
