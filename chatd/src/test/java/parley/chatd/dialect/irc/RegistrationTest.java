package parley.chatd.dialect.irc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.chatd.core.Origin;
import parley.protocol.Command.Kick;
import parley.protocol.Event;
import parley.protocol.irc.IrcLine;

/** Modern IRC, "Connection Registration", and IRCv3 capability negotiation. */
class RegistrationTest {

    private final Irc irc = new Irc("Be kind.\nTea at five.");

    @Test
    void nickAndUserMakeAWelcome() {
        List<String> told = irc.open().asks("NICK alice", "USER a 0 * :Alice of Test");

        assertThat(told).startsWith(":irc.test 001 alice :Welcome to the Test Network, alice!~u@alice",
                ":irc.test 002 alice :Your host is irc.test, running version chatd-test");
        assertThat(told.stream().map(line -> IrcLine.read(line).orElseThrow().verb())).containsSubsequence("003", "004",
                "005", "251", "252",
                "253", "254", "255", "375", "372", "372", "376");
        assertThat(told).contains(":irc.test 372 alice :- Tea at five.",
                ":irc.test 255 alice :I have 1 clients and 0 servers");
    }

    @Test
    void userMayComeFirst() {
        assertThat(irc.open().asks("USER a 0 * :Alice", "NICK alice")).first().asString().contains(" 001 alice ");
    }

    @Test
    void theWelcomeTellsOnlyWhatIsTrue() {
        String all = String.join("\n", irc.open().asks("NICK alice", "USER a 0 * :Alice"));
        assertThat(all).contains("CHANLIMIT=#:5 ", "NICKLEN=32 ", "NETWORK=Test ", "PREFIX=(ov)@+ ", "CHANTYPES=# ",
                "CHANMODES=beIq,k,l,imnst ", "EXCEPTS=e ", "INVEX=I ", "MAXLIST=beIq:500 ", "CASEMAPPING=ascii ",
                "UTF8ONLY ", " WHOX ", " parley/FENCE ");
    }

    @Test
    void roomsInWhichEveryoneIsAreJoined() {
        Irc lobby = new Irc("", "#lobby");
        lobby.connect("bob");
        List<String> told = lobby.open().asks("NICK alice", "USER a 0 * :Alice");
        assertThat(told).contains(":irc.test 422 alice :MOTD File is missing");
        assertThat(told).endsWith(":alice!~u@alice JOIN #lobby", ":irc.test 353 alice = #lobby :bob alice",
                ":irc.test 366 alice #lobby :End of /NAMES list");
    }

    @Test
    void aNickThatIsTakenIsRefusedAndAnotherWillDo() {
        irc.connect("alice");
        IrcPerson second = irc.open();
        assertThat(second.asks("NICK Alice", "USER a 0 * :Alice"))
                .containsExactly(":irc.test 433 * Alice :Alice is in use");
        assertThat(second.asks("NICK alice2")).first().asString().contains(" 001 alice2 ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = {"NICK|431 * ", "NICK :|431 * ", "NICK #a|", "USER a|461 * USER ", "JOIN #a|451 * ",
                    "PRIVMSG bob :hi|451 * ", "FOO|451 * ", "CAP|461 * CAP ", "CAP FOO|410 * FOO "})
    void whatIsWrongBeforeTheWelcomeIsSaid(String line, String numeric) {
        List<String> told = irc.open().asks(line);
        if (numeric == null) {
            assertThat(told).isEmpty();
        } else {
            assertThat(told).singleElement().asString().startsWith(":irc.test " + numeric);
        }
    }

    @Test
    void aNickThatCannotBeIsRefused() {
        assertThat(irc.open().asks("NICK a@b", "USER a 0 * :Alice")).singleElement().asString()
                .startsWith(":irc.test 432 * a@b :a nick is letters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PASS x", "USER b 0 * :Bob"})
    void onceIsEnough(String line) {
        assertThat(irc.connect("alice").asks(line))
                .containsExactly(":irc.test 462 alice :You may not reregister");
    }

    @Test
    void theWelcomeWaitsForTheEndOfNegotiation() {
        IrcPerson alice = irc.open();
        assertThat(alice.asks("CAP LS 302", "NICK alice", "USER a 0 * :Alice")).singleElement().asString()
                .startsWith(":irc.test CAP * LS :account-notify account-tag ").contains(" server-time ", " cap-notify");
        assertThat(alice.asks("CAP REQ :server-time message-tags"))
                .containsExactly(":irc.test CAP * ACK :server-time message-tags");
        assertThat(alice.asks("CAP LIST")).containsExactly(":irc.test CAP * LIST :message-tags server-time cap-notify");
        assertThat(alice.asks("CAP END")).first().asString().contains(" 001 alice ");
    }

    @Test
    void whoIsToComeOverTlsIsToldWhereAndForHowLong() {
        irc.wantTls(6697, Duration.ofDays(30));
        assertThat(irc.open().asks("CAP LS 302")).singleElement().asString().endsWith(" sts=port=6697");
        assertThat(irc.open().asks("CAP LS")).singleElement().asString().doesNotContain("sts");
        IrcPerson secure = irc.open(new Origin(InetAddress.getLoopbackAddress(), true, Optional.empty()));
        assertThat(secure.asks("CAP LS 302")).singleElement().asString().endsWith(" sts=duration=2592000");
        assertThat(secure.asks("CAP REQ sts")).containsExactly(":irc.test CAP * NAK sts");
    }

    @Test
    void aRequestIsGrantedAsAWholeOrNotAtAll() {
        IrcPerson alice = irc.connect("alice");
        assertThat(alice.asks("CAP REQ :server-time teleport"))
                .containsExactly(":irc.test CAP alice NAK :server-time teleport");
        assertThat(alice.asks("CAP LIST")).containsExactly(":irc.test CAP alice LIST :");
        alice.says("CAP REQ :server-time", "CAP REQ :-server-time");
        assertThat(alice.asks("CAP LIST")).containsExactly(":irc.test CAP alice LIST :");
    }

    @Test
    void theNickOfAnAccountTakesItsPassword() {
        Irc known = new Irc(Irc.settings("", Irc.LIMITS, Irc.operator("ann")));
        assertThat(known.open().asks("NICK ann", "USER a 0 * :Ann")).singleElement().asString()
                .startsWith(":irc.test 433 * ann :ann belongs to an account");
        assertThat(known.open().asks("PASS secret", "NICK ann", "USER a 0 * :Ann")).first().asString()
                .contains(" 001 ann ");
    }

    @Test
    void aWrongPasswordEndsIt() {
        Irc known = new Irc(Irc.settings("", Irc.LIMITS, Irc.operator("ann")));
        assertThat(known.open().asks("PASS wrong", "NICK ann", "USER a 0 * :Ann")).first().asString()
                .startsWith(":irc.test 464 * :that is not the password");
    }

    @Test
    void aCertificateDoesInsteadOfAPassword() {
        Origin origin = new Origin(InetAddress.getLoopbackAddress(), true, Optional.of("ab"));
        Irc known = new Irc(Irc.settings("", Irc.LIMITS, Irc.account("ann", Set.of("ab"))));
        assertThat(known.open(origin).asks("NICK ann", "USER a 0 * :Ann")).first().asString().contains(" 001 ann ");
    }

    @Test
    void aPingIsAnsweredWithItsOwnWord() {
        assertThat(irc.open().asks("PING :a b")).containsExactly(":irc.test PONG irc.test :a b");
    }

    @Test
    void quitSaysErrorAndIsGone() {
        IrcPerson alice = irc.connect("alice");
        assertThat(alice.asks("QUIT :gone fishing")).containsExactly("ERROR :Closing link: gone fishing");
        assertThat(alice.isClosed()).isTrue();
        assertThat(irc.open().asks("NICK alice", "USER a 0 * :Alice")).first().asString().contains(" 001 ");
    }

    @Test
    void whoIsTakenOffTheServerLearnsWhy() throws Exception {
        Irc known = new Irc(Irc.settings("", Irc.LIMITS, Irc.operator("ann")));
        IrcPerson ann = known.open();
        ann.says("PASS secret", "NICK ann", "USER a 0 * :Ann");
        IrcPerson bob = known.connect("bob");
        ann.session().execute(null, new Kick(null, "bob", "enough"));
        bob.awaitClosed();
        assertThat(bob.told()).containsExactly("ERROR :Closing link: kicked by ann: enough");
        assertThat(ann.told()).contains(":ann!~u@ann WALLOPS :takes bob off the server: enough");
    }

    @Test
    void theServersPingIsOneOfIrc() {
        assertThat(new String(irc.network().connection().encode(null, new Event.Ping()),
                java.nio.charset.StandardCharsets.UTF_8)).isEqualTo("PING irc.test\r\n");
    }
}
