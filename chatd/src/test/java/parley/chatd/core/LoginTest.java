package parley.chatd.core;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.chatd.core.Chat.assertRefused;
import static parley.chatd.core.Society.ALICE;
import static parley.chatd.core.Society.login;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.chatd.engine.MemoryEngine;
import parley.protocol.Command.Hello;
import parley.protocol.Command.Rename;
import parley.protocol.Command.Restrict;
import parley.protocol.Event.Bye;
import parley.protocol.Event.Done;
import parley.protocol.Event.Refused;
import parley.protocol.Event.Welcomed;
import parley.protocol.Password;
import parley.protocol.Refusal;
import parley.protocol.Restriction;
import parley.protocol.Target.ByAccount;

/** The nick of an account is for its owner. */
class LoginTest {

    private final Chat chat = Society.chat();

    @Test
    void aPasswordOpensTheAccount() {
        assertThat(chat.open().does(login(ALICE))).isInstanceOfSatisfying(Welcomed.class,
                welcomed -> assertThat(welcomed.account()).isEqualTo(ALICE));
    }

    @Test
    void whoHasNoAccountNeedsNoPassword() {
        assertThat(chat.open().hello("dave")).isInstanceOfSatisfying(Welcomed.class,
                welcomed -> assertThat(welcomed.account()).isNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice", "ALICE", "ａｌｉｃｅ", "аlice"})
    void aReservedNickIsRefusedWithoutItHoweverItIsWritten(String nick) {
        assertRefused(chat.open().hello(nick), Refusal.NICK_RESERVED);
    }

    @Test
    void aWrongPasswordIsRefusedAndTheThirdEndsTheSession() {
        Person guesser = chat.open();
        Hello wrong = new Hello(ALICE, new Password("open sesame"), false, Map.of());

        assertRefused(guesser.does(wrong), Refusal.PASSWORD_WRONG);
        assertRefused(guesser.does(wrong), Refusal.PASSWORD_WRONG);
        assertThat(guesser.outbox().isClosed()).isFalse();
        assertRefused(guesser.does(wrong), Refusal.PASSWORD_WRONG);
        assertThat(guesser.everything()).last().isEqualTo(new Bye("too many wrong passwords"));
        assertThat(guesser.outbox().isClosed()).isTrue();
    }

    @Test
    void afterAWrongPasswordTheRightOneDoes() {
        Person alice = chat.open();

        assertRefused(alice.does(new Hello(ALICE, new Password("x"), false, Map.of())), Refusal.PASSWORD_WRONG);
        assertThat(alice.does(login(ALICE))).isInstanceOf(Welcomed.class);
    }

    @Test
    void anAccountWithoutAPasswordSaysHowItsOwnerLogsIn() {
        Settings some = Society.settings();
        Nick nick = ((Nick.Valid) Nick.read("zoe", 32)).nick();
        Chat strict = new Chat(new Settings(some.server(), some.motd(), some.rooms(),
                Map.of("zoe", new Account(nick, null, false, Set.of("ab"))), some.limits()), new MemoryEngine(10));

        Hello guess = new Hello("zoe", new Password("x"), false, Map.of());
        assertThat(((Refused) strict.open().does(guess)).text()).contains("logs in with a certificate");
        assertThat(((Refused) chat.open().does(new Hello(ALICE, new Password("x"), false, Map.of()))).text())
                .isEqualTo("that is not the password of alice");
    }

    @Test
    void aPasswordForNoAccountIsRefused() {
        assertRefused(chat.open().does(new Hello("dave", new Password("x"), false, Map.of())),
                Refusal.PASSWORD_WRONG);
    }

    @Test
    void noRefusalTellsThePassword() {
        Refused refused = (Refused) chat.open().does(new Hello(ALICE, new Password("tr0ub4dor"), false, Map.of()));

        assertThat(refused.toString()).doesNotContain("tr0ub4dor");
        assertThat(new Hello(ALICE, new Password("tr0ub4dor"), false, Map.of()).toString())
                .doesNotContain("tr0ub4dor");
    }

    @Test
    void aCertificateOpensTheAccountInsteadOfAPassword() {
        assertThat(from(Society.FINGERPRINT + ALICE).hello(ALICE)).isInstanceOfSatisfying(Welcomed.class,
                welcomed -> assertThat(welcomed.account()).isEqualTo(ALICE));
        assertRefused(from(Society.FINGERPRINT + "carol").hello(ALICE), Refusal.NICK_RESERVED);
        assertRefused(from("").hello(ALICE), Refusal.NICK_RESERVED);
    }

    private Person from(String fingerprint) {
        return new Person(chat.server, new Origin(InetAddress.getLoopbackAddress(), true, Optional.of(fingerprint)));
    }

    @Test
    void nobodyRenamesToTheNickOfAnothersAccount() {
        Person dave = chat.connect("dave");
        Person carol = Society.logIn(chat, "carol");

        assertRefused(dave.renamesTo(ALICE), Refusal.NICK_RESERVED);
        assertRefused(carol.renamesTo("Alice"), Refusal.NICK_RESERVED);
    }

    @Test
    void whoIsLoggedInKeepsTheAccountUnderAnotherNickAndMayGoBack() {
        Person alice = Society.logIn(chat, ALICE);

        assertThat(alice.does(new Rename("alice-away"))).isEqualTo(Done.PLAIN);
        assertThat(alice.session().account()).isPresent();
        assertThat(alice.does(new Rename(ALICE))).isEqualTo(Done.PLAIN);
    }

    @Test
    void anAccountThatIsConfiguredAwayHoldsNothingAnyMore() {
        Person root = Society.logIn(chat, Society.ROOT);
        chat.server.reconfigure(Chat.settings("", List.of(Chat.room("#lobby")), Chat.LIMITS));

        assertThat(root.session().identity().isOperator()).isFalse();
        assertThat(chat.open().hello(ALICE)).isInstanceOf(Welcomed.class);
    }

    @Test
    void whoLogsInLaterKeepsTheirNickAndMayHaveTheAccounts() {
        Person dave = chat.connect("dave");

        assertThat(dave.session().logIn(ALICE, Society.password(ALICE))).isEmpty();
        assertThat(dave.session().nickText()).isEqualTo("dave");
        assertThat(dave.session().accountName()).contains(ALICE);
        assertThat(dave.does(new Rename(ALICE))).isEqualTo(Done.PLAIN);
    }

    @Test
    void whoLogsInLaterToAnAccountThatIsBannedGoes() {
        Person root = Society.logIn(chat, Society.ROOT);
        Person dave = chat.connect("dave");
        root.does(new Restrict(Restriction.BAN, null, new ByAccount("carol"), null, null));

        assertThat(dave.session().logIn("carol", Society.password("carol")))
                .hasValueSatisfying(refused -> assertThat(refused.why()).isEqualTo(Refusal.BANNED));
        assertThat(dave.outbox().isClosed()).isTrue();
    }

    @Test
    void aProofThatFailsDoesNotTellWhetherThereIsSuchAnAccount() {
        Person dave = chat.connect("dave");

        assertThat(dave.session().prove("nobody", password -> true))
                .isEqualTo(dave.session().prove(ALICE, password -> false)).isPresent();
        assertThat(dave.session().prove(ALICE, password -> password.matches(Society.password(ALICE)))).isEmpty();
        assertThat(dave.session().accountName()).contains(ALICE);
    }
}
