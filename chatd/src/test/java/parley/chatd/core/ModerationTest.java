package parley.chatd.core;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.chatd.core.Chat.LOBBY;
import static parley.chatd.core.Chat.assertRefused;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.chatd.engine.MemoryEngine;
import parley.protocol.Access;
import parley.protocol.Command.Hello;
import parley.protocol.Command.Join;
import parley.protocol.Command.Kick;
import parley.protocol.Command.Lift;
import parley.protocol.Command.Restrict;
import parley.protocol.Command.Restrictions;
import parley.protocol.Command.Say;
import parley.protocol.Command.SetRole;
import parley.protocol.Command.SetRoom;
import parley.protocol.Command.SetTopic;
import parley.protocol.Cursor;
import parley.protocol.Event;
import parley.protocol.Event.Bye;
import parley.protocol.Event.Done;
import parley.protocol.Event.Joined;
import parley.protocol.Event.Kicked;
import parley.protocol.Event.Lifted;
import parley.protocol.Event.Refused;
import parley.protocol.Event.Restricted;
import parley.protocol.Event.RoleSet;
import parley.protocol.Event.Welcomed;
import parley.protocol.Password;
import parley.protocol.Refusal;
import parley.protocol.Restriction;
import parley.protocol.Role;
import parley.protocol.RoomChange;
import parley.protocol.Target;
import parley.protocol.Target.ByAccount;
import parley.protocol.Target.ByAddress;
import parley.protocol.Target.ByNick;

/** What operators do to people, and what the others then may not. */
class ModerationTest {

    private final MemoryEngine engine = new MemoryEngine(1000);
    private final Chat chat = new Chat(Society.settings(), engine);
    private final Person root = Society.logIn(chat, Society.ROOT);
    private final Person bob = chat.connect("bob", "#tea");
    private final Person dave = chat.connect("dave", "#tea");

    @BeforeEach
    void nothingIsNews() {
        List.of(root, bob, dave).forEach(Person::news);
    }

    // ---- operators

    @Test
    void whoeverComesFirstRunsARoomThatNobodyConfigured() {
        assertThat(dave.does(new Kick("#tea", "bob", null))).isInstanceOf(Refused.class);
        assertThat(bob.does(new Kick("#tea", "dave", null))).isEqualTo(Done.in("#tea"));
    }

    @Test
    void inAConfiguredRoomNobodyDoesUnlessTheyAreToldTo() {
        Person first = chat.connect("first", "#quiet");

        assertRefused(first.does(new Kick("#quiet", "first", null)), Refusal.NOT_OPERATOR);
    }

    @Test
    void operatorsOfTheServerRunEveryRoomWithoutASeat() {
        assertThat(root.does(new Kick("#tea", "bob", "out"))).isEqualTo(Done.in("#tea"));
        assertThat(dave.news()).containsExactly(new Kicked("#tea", "bob", "root", "out"));
    }

    // ---- kick

    @Test
    void whoIsKickedIsToldAndHasNoSeatAnyMore() {
        bob.does(new Kick("#tea", "DAVE", "too loud"));

        assertThat(dave.news()).containsExactly(new Kicked("#tea", "dave", "bob", "too loud"));
        assertRefused(dave.says("#tea", "but"), Refusal.NOT_A_MEMBER);
        assertThat(dave.joins("#tea")).as("a kick is no ban").isEqualTo(Done.in("#tea"));
        assertThat(bob.news()).containsExactly(new Joined("#tea", "dave"));
    }

    @Test
    void nobodyKicksWhoIsNotThere() {
        chat.connect("erin");

        assertRefused(bob.does(new Kick("#tea", "erin", null)), Refusal.NO_SUCH_NICK);
        assertRefused(bob.does(new Kick("#tea", "nobody", null)), Refusal.NO_SUCH_NICK);
        assertRefused(bob.does(new Kick("#nowhere", "dave", null)), Refusal.NO_SUCH_ROOM);
        assertRefused(bob.does(new Kick("tea", "dave", null)), Refusal.ROOM_INVALID);
    }

    @Test
    void aKickFromTheServerEndsTheSession() {
        assertRefused(bob.does(new Kick(null, "dave", "out")), Refusal.NOT_OPERATOR);
        assertThat(root.does(new Kick(null, "dave", "out"))).isEqualTo(Done.PLAIN);

        assertThat(dave.everything()).last().isEqualTo(new Bye("kicked by root: out"));
        assertThat(dave.outbox().isClosed()).isTrue();
        assertThat(bob.outbox().isClosed()).as("somebody else's").isFalse();
    }

    // ---- ban

    @Test
    void aBanTakesTheSeatAndKeepsTheDoorShut() {
        assertThat(bob.does(ban("#tea", new ByNick("dave"), null))).isEqualTo(Done.in("#tea"));

        Restricted banned = new Restricted(Restriction.BAN, "#tea", new ByNick("dave"), "bob", null, "spam",
                chat.clock.instant());
        Kicked kicked = new Kicked("#tea", "dave", "bob", "spam");
        assertThat(dave.news()).containsExactly(banned, kicked);
        assertThat(bob.news()).as("whom it hit").containsExactly(kicked);
        assertRefused(dave.joins("#tea"), Refusal.BANNED);
    }

    @ParameterizedTest
    @CsvSource({"dave, true", "DAVE, true", "d*, true", "?ave, true", "*, true", "d?e, false", "dav, false",
            "bob, false", "ｄａｖｅ, true", "*a*e*, true", "dave?, false", "davey, false", "dave**, true", "*v, false"})
    void aNickInABanIsAPattern(String pattern, boolean hit) {
        root.does(ban("#tea", new ByNick(pattern), null));

        assertThat(dave.session().seats().containsKey("#tea")).isEqualTo(!hit);
    }

    @Test
    void aBanOfAnAccountMeetsItUnderAnyNick() {
        Person carol = Society.logIn(chat, "carol");
        carol.joins("#tea");
        carol.renamesTo("kat");
        Person alice = Society.logIn(chat, Society.ALICE);
        alice.joins("#tea");
        bob.does(ban("#tea", new ByAccount("Carol"), null));

        assertThat(alice.session().seats()).as("another account").containsKey("#tea");

        assertRefused(carol.joins("#tea"), Refusal.BANNED);
        carol.renamesTo("carol");
        assertRefused(carol.joins("#tea"), Refusal.BANNED);
    }

    @Test
    void aBanOfANetworkIsToldToOperatorsOnly() {
        Person far = chat.open("203.0.113.77");
        far.hello("far");
        far.joins("#tea");
        dave.news();
        root.joins("#tea");
        root.does(ban("#tea", new ByAddress("203.0.113.0/24"), null));

        assertRefused(far.joins("#tea"), Refusal.BANNED);
        assertThat(bob.news()).hasAtLeastOneElementOfType(Restricted.class);
        assertThat(dave.news()).doesNotHaveAnyElementsOfTypes(Restricted.class)
                .contains(new Kicked("#tea", "far", "root", "spam"));
        assertThat(chat.connect("near").joins("#tea")).isEqualTo(Done.in("#tea"));
    }

    @Test
    void operatorsOfTheServerCannotBeBanned() {
        root.joins("#tea");
        bob.does(ban("#tea", new ByNick("*"), null));

        assertThat(root.session().seats()).containsKey("#tea");
        assertThat(root.leaves("#tea", null)).isEqualTo(Done.in("#tea"));
        assertThat(root.joins("#tea")).isEqualTo(Done.in("#tea"));
    }

    @Test
    void aBanEndsWhenItsTimeIsUp() {
        bob.does(ban("#tea", new ByNick("dave"), Duration.ofHours(1)));
        Refused refused = (Refused) dave.joins("#tea");
        assertThat(refused.retryAfter()).isEqualTo(Duration.ofHours(1));
        assertThat(refused.text()).contains("until 2026-01-31T13:00").endsWith(" (spam)");
        assertThat(refused.about()).isEqualTo("#tea");
        bob.news();

        chat.clock.advance(Duration.ofMinutes(59));
        assertRefused(dave.joins("#tea"), Refusal.BANNED);
        chat.clock.advance(Duration.ofMinutes(1));
        assertThat(dave.joins("#tea")).isEqualTo(Done.in("#tea"));
    }

    @Test
    void peopleLearnThatItsTimeWasUpOnce() {
        bob.does(ban("#tea", new ByNick("x"), Duration.ofHours(1)));
        bob.news();
        chat.clock.advance(Duration.ofHours(1));
        chat.server.tick();
        chat.server.tick();

        assertThat(bob.news()).filteredOn(Lifted.class::isInstance)
                .containsExactly(new Lifted(Restriction.BAN, "#tea", new ByNick("x"), ""));
        assertThat(engine.state(Chat.room("#tea"))).isEmpty();
    }

    @Test
    void ofSeveralBansTheOneThatHoldsLongestIsNamed() {
        bob.does(ban("#tea", new ByNick("da*"), Duration.ofHours(1)));
        bob.does(ban("#tea", new ByNick("dave"), null));
        bob.does(ban("#tea", new ByNick("*e"), Duration.ofHours(2)));

        assertThat(((Refused) dave.joins("#tea")).retryAfter()).as("for ever").isNull();
        bob.does(new Lift(Restriction.BAN, "#tea", new ByNick("dave")));
        assertThat(((Refused) dave.joins("#tea")).retryAfter()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void aBanWithoutAReasonGivesNone() {
        root.does(new Restrict(Restriction.BAN, null, new ByNick("dave"), null, null));

        Refused refused = (Refused) chat.open().hello("dave");
        assertThat(refused.text()).endsWith("server");
        assertThat(refused.about()).isEmpty();
    }

    @Test
    void aBanCanBeLifted() {
        bob.does(ban("#tea", new ByNick("dave"), null));
        assertRefused(bob.does(new Lift(Restriction.BAN, "#tea", new ByNick("erin"))), Refusal.NO_SUCH_RESTRICTION);
        assertThat(bob.does(new Lift(Restriction.BAN, "#tea", new ByNick("dave")))).isEqualTo(Done.in("#tea"));

        assertThat(dave.joins("#tea")).isEqualTo(Done.in("#tea"));
    }

    @Test
    void aBanSurvivesTheRoomAndTheServer() {
        bob.does(ban("#tea", new ByNick("dave"), null));
        bob.leaves("#tea", null);
        assertRefused(dave.joins("#tea"), Refusal.BANNED);
        dave.disconnects("gone");

        try (ChatServer next = new ChatServer(Society.settings(), engine, chat.clock)) {
            Person again = new Person(next);
            again.hello("dave");
            assertRefused(again.joins("#tea"), Refusal.BANNED);
        }
    }

    @Test
    void aRoomHasALimitOfBansAndMutes() {
        List.of("a", "b", "c").forEach(nick -> assertThat(bob.does(ban("#tea", new ByNick(nick), null)))
                .isEqualTo(Done.in("#tea")));

        assertRefused(bob.does(ban("#tea", new ByNick("d"), null)), Refusal.TOO_MANY_RESTRICTIONS);
        assertThat(bob.does(ban("#tea", new ByNick("c"), Duration.ofHours(1)))).as("another time for an old one")
                .isEqualTo(Done.in("#tea"));
    }

    @ParameterizedTest
    @CsvSource({"'', nick", "a b, nick", "203.0.113.300, address", "example.org, address", "10.0.0.0/33, address",
            "::/129, address", "10.0.0.0/x, address"})
    void whatIsNobodyIsRefused(String text, String field) {
        Target target = field.equals("nick") ? new ByNick(text) : new ByAddress(text);

        assertIsNobody(target, field);
    }

    @Test
    void aPatternHasAtMost64Characters() {
        assertThat(bob.does(ban("#tea", new ByNick("x".repeat(64)), null))).isEqualTo(Done.in("#tea"));
        assertIsNobody(new ByNick("x".repeat(65)), "nick");
    }

    private void assertIsNobody(Target target, String field) {
        assertThat(bob.does(ban("#tea", target, null))).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.why()).isEqualTo(Refusal.FIELD_INVALID);
            assertThat(refused.about()).isEqualTo(field);
        });
    }

    @Test
    void whoIsBannedFromTheServerGoesAndDoesNotComeBack() {
        root.does(ban(null, new ByNick("dave"), null));

        assertThat(dave.everything()).last().isEqualTo(new Bye("banned by root: spam"));
        dave.disconnects("gone");
        assertRefused(chat.open().hello("dave"), Refusal.BANNED);
        assertRefused(bob.renamesTo("dave"), Refusal.BANNED);
        assertThat(chat.open().hello("david")).isInstanceOf(Welcomed.class);
    }

    @Test
    void aBanFromTheServerEndsWhenItsTimeIsUpAndOperatorsLearnOfIt() {
        root.does(ban(null, new ByNick("dave"), Duration.ofHours(1)));
        root.news();
        chat.clock.advance(Duration.ofHours(1));
        chat.server.tick();
        chat.server.tick();

        assertThat(root.news()).filteredOn(Lifted.class::isInstance)
                .containsExactly(new Lifted(Restriction.BAN, null, new ByNick("dave"), ""));
        assertThat(chat.open().hello("dave")).isInstanceOf(Welcomed.class);
    }

    @Test
    void whoIsBannedFromTheLobbyIsWelcomeWithoutASeatThere() {
        root.does(ban(LOBBY, new ByNick("zoe"), null));

        assertThat(chat.open().hello("zoe")).isInstanceOfSatisfying(Welcomed.class,
                welcomed -> assertThat(welcomed.rooms()).isEmpty());
    }

    @Test
    void anAddressCanBeBannedFromTheServer() {
        root.does(ban(null, new ByAddress("2001:db8::/32"), null));

        assertRefused(chat.open("2001:db8:1::1").hello("erin"), Refusal.BANNED);
        assertThat(chat.open("2001:db9::1").hello("erin")).isInstanceOf(Welcomed.class);
    }

    @Test
    void whoComesBackToARoomTheyAreBannedFromHearsNothingOfIt() {
        dave.disconnects("gone");
        Event.Done said = (Done) bob.says("#tea", "now that dave is gone");
        bob.does(ban("#tea", new ByNick("dave"), null));
        Person back = chat.open();
        Event.Welcomed welcomed =
                (Welcomed) back.does(new Hello("dave", false, Map.of("#tea", new Cursor("0"))));

        assertThat(said.cursor()).isNotNull();
        assertThat(welcomed.rooms()).containsExactly(LOBBY);
        assertThat(back.everything()).hasAtLeastOneElementOfType(Refused.class)
                .doesNotHaveAnyElementsOfTypes(Event.Said.class);
    }

    // ---- mute

    @Test
    void whoIsMutedHearsAndSaysNothing() {
        bob.does(new Restrict(Restriction.MUTE, "#tea", new ByNick("dave"), Duration.ofMinutes(5), "hush"));
        assertThat(dave.news()).hasSize(1);

        assertRefused(dave.says("#tea", "hm"), Refusal.MUTED);
        assertRefused(dave.does(new SetTopic("#tea", "hm")), Refusal.MUTED);
        assertThat(dave.says(LOBBY, "elsewhere they may")).isInstanceOf(Done.class);
        bob.says("#tea", "better");
        assertThat(dave.heard()).containsExactly("better");
        dave.leaves("#tea", null);
        assertThat(dave.joins("#tea")).as("a mute is no ban").isEqualTo(Done.in("#tea"));
        chat.clock.advance(Duration.ofMinutes(5));
        assertThat(dave.says("#tea", "sorry")).isInstanceOf(Done.class);
    }

    @Test
    void aMuteOfTheServerHoldsInEveryRoom() {
        root.does(new Restrict(Restriction.MUTE, null, new ByNick("dave"), null, null));

        assertRefused(dave.says("#tea", "hm"), Refusal.MUTED);
        assertRefused(dave.says(LOBBY, "hm"), Refusal.MUTED);
        assertThat(root.does(new Lift(Restriction.MUTE, null, new ByNick("dave")))).isEqualTo(Done.PLAIN);
        assertThat(dave.says(LOBBY, "ah")).isInstanceOf(Done.class);
    }

    @Test
    void aRefusalOfOneMessageComesAfterTheAnswersToThoseBefore() {
        String first = dave.begins(new Say("#tea", "one"));
        bob.does(new Restrict(Restriction.MUTE, "#tea", new ByNick("dave"), null, null));
        String second = dave.begins(new Say("#tea", "two"));

        assertThat(dave.answersTo(first)).singleElement().isInstanceOf(Done.class);
        assertThat(dave.answersTo(second)).singleElement().isInstanceOf(Refused.class);
    }

    @Test
    void operatorsOfARoomCanBeMutedAndBannedAsWell() {
        root.does(new Restrict(Restriction.MUTE, "#tea", new ByNick("bob"), null, null));
        assertRefused(bob.says("#tea", "but I run this"), Refusal.MUTED);

        root.does(ban("#tea", new ByNick("bob"), null));
        assertThat(bob.session().seats()).doesNotContainKey("#tea");
        assertRefused(bob.joins("#tea"), Refusal.BANNED);
    }

    // ---- exceptions

    @Test
    void aBanOrAMuteDoesNotHoldForWhoIsExempt() {
        Person erin = chat.connect("erin", "#tea");
        bob.does(except(Restriction.EXEMPT, new ByNick("d*"), null));
        dave.news();
        bob.does(ban("#tea", new ByNick("*e*"), null));
        bob.does(new Restrict(Restriction.MUTE, "#tea", new ByNick("*e*"), null, null));

        assertThat(erin.session().seats()).doesNotContainKey("#tea");
        assertThat(dave.says("#tea", "still here")).isInstanceOf(Done.class);
        dave.leaves("#tea", null);
        assertThat(dave.joins("#tea")).isEqualTo(Done.in("#tea"));
        assertThat(bob.does(new Lift(Restriction.EXEMPT, "#tea", new ByNick("d*")))).isEqualTo(Done.in("#tea"));
        assertRefused(dave.says("#tea", "no longer"), Refusal.MUTED);
        dave.leaves("#tea", null);
        assertRefused(dave.joins("#tea"), Refusal.BANNED);
    }

    @Test
    void anExemptionHoldsForItsRoomAndItsTime() {
        bob.does(except(Restriction.EXEMPT, new ByNick("dave"), Duration.ofHours(1)));
        root.does(new Restrict(Restriction.MUTE, null, new ByNick("dave"), null, null));
        assertRefused(dave.says("#tea", "hm"), Refusal.MUTED);

        chat.clock.advance(Duration.ofHours(1));
        bob.does(ban("#tea", new ByNick("dave"), null));
        assertThat(dave.session().seats()).doesNotContainKey("#tea");
    }

    @Test
    void whoIsAdmittedNeedsNoInvitationButAKeyAndAPlace() {
        Person erin = chat.connect("erin");
        bob.does(new SetRoom("#tea", new RoomChange(Access.INVITE_ONLY, null, null, null, 3, new Password("k"))));
        bob.does(except(Restriction.ADMIT, new ByNick("e*"), null));

        assertRefused(erin.joins("#tea"), Refusal.KEY_WRONG);
        assertThat(erin.does(new Join("#tea", new Password("k")))).isEqualTo(Done.in("#tea"));
        Person eve = chat.connect("eve");
        assertRefused(eve.does(new Join("#tea", new Password("k"))), Refusal.ROOM_FULL);
        erin.leaves("#tea", null);
        bob.does(ban("#tea", new ByNick("eve"), null));
        assertRefused(eve.does(new Join("#tea", new Password("k"))), Refusal.BANNED);
        bob.does(new Lift(Restriction.ADMIT, "#tea", new ByNick("e*")));
        assertRefused(erin.does(new Join("#tea", new Password("k"))), Refusal.INVITE_ONLY);
    }

    @Test
    void anExceptionIsForARoom() {
        Refused refused = (Refused) root.does(new Restrict(Restriction.EXEMPT, null, new ByNick("dave"), null, null));

        assertThat(refused.why()).isEqualTo(Refusal.FIELD_INVALID);
        assertThat(refused.text()).isEqualTo("an exemption is for one room: name it in \"room\"");
    }

    // ---- lists

    @Test
    void operatorsSeeWhatHolds() {
        bob.does(ban("#tea", new ByNick("x"), Duration.ofHours(1)));
        bob.does(new Restrict(Restriction.MUTE, "#tea", new ByAccount("carol"), null, null));

        assertThat(((Event.Restrictions) bob.does(new Restrictions("#tea"))).list()).extracting(Restricted::target)
                .containsExactly(new ByNick("x"), new ByAccount("carol"));
        assertRefused(dave.does(new Restrictions("#tea")), Refusal.NOT_OPERATOR);
        assertRefused(bob.does(new Restrictions(null)), Refusal.NOT_OPERATOR);
        chat.clock.advance(Duration.ofHours(1));
        assertThat(((Event.Restrictions) bob.does(new Restrictions("#tea"))).list()).hasSize(1);
    }

    // ---- roles

    @Test
    void aRoleOfAVisitorGoesWithTheSeat() {
        Person erin = chat.connect("erin", "#tea");
        dave.news();
        assertThat(bob.does(new SetRole("#tea", "dave", Role.OPERATOR))).isEqualTo(Done.in("#tea"));
        assertThat(dave.news()).containsExactly(new RoleSet("#tea", "bob", "dave", null, Role.OPERATOR));
        assertRefused(erin.does(new Kick("#tea", "bob", null)), Refusal.NOT_OPERATOR);
        assertThat(dave.does(new Kick("#tea", "bob", null))).isEqualTo(Done.in("#tea"));

        bob.joins("#tea");
        dave.leaves("#tea", null);
        dave.joins("#tea");
        assertRefused(dave.does(new Kick("#tea", "bob", null)), Refusal.NOT_OPERATOR);
    }

    @Test
    void aRoleOfAnAccountStays() {
        Person carol = Society.logIn(chat, "carol");
        carol.joins("#tea");
        bob.does(new SetRole("#tea", "carol", Role.OPERATOR));
        carol.leaves("#tea", null);
        bob.leaves("#tea", null);
        dave.leaves("#tea", null);
        dave.joins("#tea");

        assertRefused(dave.does(new Kick("#tea", "dave", null)), Refusal.NOT_OPERATOR);
        carol.joins("#tea");
        assertThat(carol.does(new Kick("#tea", "dave", null))).isEqualTo(Done.in("#tea"));
    }

    private static Restrict except(Restriction kind, Target target, @Nullable Duration length) {
        return new Restrict(kind, "#tea", target, length, null);
    }

    private static Restrict ban(String room, Target target, Duration length) {
        return new Restrict(Restriction.BAN, room, target, length, "spam");
    }
}
