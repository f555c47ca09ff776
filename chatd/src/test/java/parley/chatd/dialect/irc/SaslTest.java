package parley.chatd.dialect.irc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.chatd.core.Origin;

/** IRCv3 SASL: login before the nick is anybody's. */
class SaslTest {

    private final Irc irc = new Irc(Irc.settings("", Irc.LIMITS, Irc.operator("ann")));

    private static String plain(String account, String password) {
        String text = "\0" + account + "\0" + password;
        return "AUTHENTICATE " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aPasswordLogsInUnderAnyNick() {
        IrcPerson ann = irc.open();
        assertThat(ann.asks("CAP LS 302")).singleElement().asString().contains(" sasl=PLAIN ");
        assertThat(ann.asks("CAP REQ sasl", "NICK ann", "USER a 0 * :Ann", "AUTHENTICATE PLAIN"))
                .endsWith("AUTHENTICATE +");
        assertThat(ann.asks(plain("ann", "secret"))).containsExactly(
                ":irc.test 900 * ann!~u@ann ann :You are now logged in as ann",
                ":irc.test 903 * :SASL authentication successful");
        assertThat(ann.asks("CAP END")).first().asString().contains(" 001 ann ");
        assertThat(ann.asks("WHOIS ann")).contains(":irc.test 330 ann ann ann :is logged in as");

        IrcPerson other = irc.open();
        other.says("CAP REQ sasl", "AUTHENTICATE PLAIN", plain("ann", "secret"), "NICK busy", "USER a 0 * :Ann",
                "CAP END");
        assertThat(other.asks("WHOIS busy")).contains(":irc.test 330 busy busy ann :is logged in as");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AUTHENTICATE !", "AUTHENTICATE +", "AUTHENTICATE YQ==", "AUTHENTICATE AGFubgB3cm9uZw=="})
    void whatIsNoPasswordFails(String response) {
        assertThat(irc.open().asks("CAP REQ sasl", "AUTHENTICATE PLAIN", response)).last().asString()
                .startsWith(":irc.test 904 * :");
    }

    @Test
    void itCanBeAborted() {
        assertThat(irc.open().asks("CAP REQ sasl", "AUTHENTICATE PLAIN", "AUTHENTICATE *")).last()
                .isEqualTo(":irc.test 906 * :SASL authentication aborted");
        assertThat(irc.open().asks("CAP REQ sasl", "AUTHENTICATE PLAIN", "AUTHENTICATE " + "x".repeat(401))).last()
                .isEqualTo(":irc.test 905 * :SASL message too long");
    }

    @Test
    void whoRegistersMeanwhileDoesWithout() {
        IrcPerson ann = irc.open();
        List<String> told = ann.asks("CAP REQ sasl", "NICK busy", "USER a 0 * :Ann", "AUTHENTICATE PLAIN", "CAP END");
        assertThat(told).contains(":irc.test 906 * :SASL authentication aborted")
                .anyMatch(line -> line.startsWith(":irc.test 001 busy "));
        assertThat(ann.asks("AUTHENTICATE AGFubgBzZWNyZXQ=")).last().asString().startsWith(":irc.test 904 busy ");
    }

    @Test
    void anotherMechanismIsNotKnown() {
        assertThat(irc.open().asks("AUTHENTICATE SCRAM-SHA-256")).containsExactly(
                ":irc.test 908 * PLAIN :are available SASL mechanisms", ":irc.test 904 * :SASL authentication failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"an\nn\0ann\0secret", "bob\0ann\0secret", "\0a\r\nb\0x", "\0\0", "\0a b\0x"})
    void nobodyActsForAnotherAndNoNameBreaksALine(String message) {
        String text = Base64.getEncoder().encodeToString(message.getBytes(StandardCharsets.UTF_8));
        assertThat(irc.open().asks("AUTHENTICATE PLAIN", "AUTHENTICATE " + text)).last().asString()
                .startsWith(":irc.test 904 * :");
    }

    @Test
    void aCertificateIsExternal() {
        Irc known = new Irc(Irc.settings("", Irc.LIMITS, Irc.account("ann", Set.of("ab"))));
        IrcPerson ann = known.open(new Origin(InetAddress.getLoopbackAddress(), true, Optional.of("ab")));
        assertThat(ann.asks("CAP LS 302")).singleElement().asString().contains(" sasl=PLAIN,EXTERNAL ");
        assertThat(ann.asks("AUTHENTICATE EXTERNAL", "AUTHENTICATE +")).last()
                .isEqualTo(":irc.test 903 * :SASL authentication successful");
        assertThat(ann.asks("AUTHENTICATE PLAIN")).singleElement().asString().startsWith(":irc.test 907 ");
    }

    @Test
    void aLongPasswordComesInPieces() {
        String text =
                Base64.getEncoder().encodeToString("\0ann\0".concat("x".repeat(500)).getBytes(StandardCharsets.UTF_8));
        List<String> told =
                irc.open().asks("CAP REQ sasl", "AUTHENTICATE PLAIN", "AUTHENTICATE " + text.substring(0, 400),
                        "AUTHENTICATE " + text.substring(400));
        assertThat(told).last().asString().startsWith(":irc.test 904 * :that is not the password");
    }

    @Test
    void whereNobodyHasAnAccountItIsNotOffered() {
        assertThat(new Irc("").open().asks("CAP LS 302")).singleElement().asString().doesNotContain("sasl");
        assertThat(new Irc("").open().asks("CAP REQ sasl")).containsExactly(":irc.test CAP * NAK sasl");
    }

    @Test
    void whatOneCanLogInByComesAndGoesWithTheConfiguration() {
        Irc changing = new Irc("");
        IrcPerson ann = changing.connect("ann", "cap-notify");
        IrcPerson bob = changing.connect("bob");
        changing.chat().reconfigure(Irc.settings("", Irc.LIMITS, Irc.operator("carol")));
        assertThat(ann.told()).containsExactly(":irc.test CAP ann NEW sasl=PLAIN");
        changing.chat().reconfigure(Irc.settings("", Irc.LIMITS, Irc.scram("carol")));
        assertThat(ann.told()).containsExactly(":irc.test CAP ann NEW sasl=PLAIN,SCRAM-SHA-256");
        changing.chat().reconfigure(Irc.settings("other", Irc.LIMITS, Irc.scram("carol")));
        assertThat(ann.told()).isEmpty();
        changing.chat().reconfigure(Irc.settings("", Irc.LIMITS, Map.of()));
        assertThat(ann.told()).containsExactly(":irc.test CAP ann DEL sasl");
        assertThat(bob.told()).isEmpty();
    }
}
