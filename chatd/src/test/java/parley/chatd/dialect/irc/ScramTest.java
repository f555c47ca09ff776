package parley.chatd.dialect.irc;

import static org.assertj.core.api.Assertions.assertThat;

import com.ongres.scram.client.ScramClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.chatd.core.Account;
import parley.protocol.irc.IrcLine;
import parley.protocol.irc.SaslMessage;

/** SASL SCRAM-SHA-256 over IRC, with a client's half that others wrote. */
class ScramTest {

    private static final String FAILED =
            ":irc.test 904 * :that is not an account and its password, or it does not log in this way";
    /** Ann has a verifier, bob a hash of the same password. */
    private final Irc irc = new Irc(Irc.settings("", Irc.LIMITS, accounts()));
    private final IrcPerson client = irc.open();

    private static Map<String, Account> accounts() {
        Map<String, Account> accounts = new HashMap<>(Irc.operator("bob"));
        accounts.putAll(Irc.scram("ann"));
        return accounts;
    }

    private List<String> sends(String message) {
        return client.asks(SaslMessage.lines(message).stream().map(IrcLine::spell).toArray(String[]::new));
    }

    /** The one message that the server sends then. */
    private String answer(String message) {
        SaslMessage heard = new SaslMessage();
        Optional<String> whole = Optional.empty();
        for (String line : sends(message)) {
            assertThat(line).startsWith("AUTHENTICATE ");
            if (heard.take(line.substring(13)) instanceof SaslMessage.Whole it) {
                whole = Optional.of(it.text());
            }
        }
        return whole.orElseThrow();
    }

    private static ScramClient scram(String name, String password) {
        return ScramClient.builder().advertisedMechanisms(List.of("SCRAM-SHA-256")).username(name)
                .password(password.toCharArray()).build();
    }

    /** Up to the client's proof; what the server says to it. */
    private List<String> proves(ScramClient scram) throws Exception {
        assertThat(client.asks("AUTHENTICATE scram-sha-256")).containsExactly("AUTHENTICATE +");
        scram.serverFirstMessage(answer(scram.clientFirstMessage().toString()));
        return sends(scram.clientFinalMessage().toString());
    }

    @Test
    void bothEndsProveThatTheyKnowThePassword() throws Exception {
        assertThat(client.asks("CAP LS 302")).singleElement().asString().contains(" sasl=PLAIN,SCRAM-SHA-256 ");
        ScramClient scram = scram("Ann", "secret");
        String last = proves(scram).getFirst();
        scram.serverFinalMessage(new String(Base64.getDecoder().decode(last.substring(13)), StandardCharsets.UTF_8));
        assertThat(client.session().accountName()).isEmpty();
        assertThat(client.asks("AUTHENTICATE +")).containsExactly(
                ":irc.test 900 * * ann :You are now logged in as ann",
                ":irc.test 903 * :SASL authentication successful");
        assertThat(client.session().accountName()).contains("ann");
    }

    @Test
    void aVerifierDoesForPlainAndPassAsWell() {
        assertThat(client.asks("PASS secret", "NICK ann", "USER a 0 * :a")).first().asString().contains(" 001 ann ");
        String plain = Base64.getEncoder().encodeToString("ann\0ann\0secret".getBytes(StandardCharsets.UTF_8));
        assertThat(irc.open().asks("AUTHENTICATE PLAIN", "AUTHENTICATE " + plain)).last().asString().contains(" 903 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann", "bob", "carol", "not a nick"})
    void whoeverItIsFailsInTheSameWay(String name) throws Exception {
        assertThat(proves(scram(name, name.equals("bob") ? "secret" : "wrong"))).containsExactly(FAILED);
        assertThat(client.session().accountName()).isEmpty();
    }

    @Test
    void whatIsSaidOfAnAccountIsTheSameWhetherItIsThereOrNot() {
        for (String name : List.of("ann", "bob", "carol")) {
            client.asks("AUTHENTICATE SCRAM-SHA-256");
            String once = answer("n,,n=" + name + ",r=abc").replaceFirst("r=abc[^,]+,", "");
            client.asks("AUTHENTICATE *", "AUTHENTICATE SCRAM-SHA-256");
            assertThat(answer("n,,n=" + name.toUpperCase(Locale.ROOT) + ",r=abc")).endsWith(once);
            client.asks("AUTHENTICATE *");
            assertThat(once).matches("s=[A-Za-z0-9+/]{22}==,i=4096");
        }
    }

    @Test
    void theThirdWrongProofEndsTheConnectionWhoeverItIs() throws Exception {
        proves(scram("ann", "wrong"));
        proves(scram("carol", "wrong"));
        assertThat(client.isClosed()).isFalse();
        assertThat(proves(scram("bob", "secret"))).contains("ERROR :Closing link: too many wrong passwords");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "n,,", "n,a=bob,n=ann,r=abc", "p=tls-unique,,n=ann,r=abc", "n,,n=a\nb\r,r=", "\0\0\0"})
    void whatIsNoBeginningIsRefused(String first) {
        client.asks("AUTHENTICATE SCRAM-SHA-256");
        assertThat(sends(first)).containsExactly(":irc.test 904 * :that is not what SCRAM-SHA-256 is");
        assertThat(client.asks("AUTHENTICATE SCRAM-SHA-256")).containsExactly("AUTHENTICATE +");
    }

    @Test
    void aNonceMayBeLongAndTheAnswerComesInPieces() {
        client.asks("AUTHENTICATE SCRAM-SHA-256");
        assertThat(answer("y,a=ANN,n=ann,r=" + "x".repeat(2000))).startsWith("r=" + "x".repeat(2000))
                .endsWith("i=4096");
    }

    @Test
    void aClientThatDoesNotBelieveTheServerIsNotLoggedIn() throws Exception {
        proves(scram("ann", "secret"));
        assertThat(client.asks("AUTHENTICATE *")).containsExactly(":irc.test 906 * :SASL authentication aborted");
        assertThat(client.session().accountName()).isEmpty();
    }

    @Test
    void aPasswordThatIsChangedMeanwhileIsNoLongerProved() throws Exception {
        proves(scram("ann", "secret"));
        irc.chat().reconfigure(Irc.settings("", Irc.LIMITS, Irc.operator("ann")));
        assertThat(client.asks("AUTHENTICATE +")).containsExactly(FAILED);
    }

    @Test
    void whereNobodyHasAVerifierItIsNotOffered() {
        IrcPerson other = new Irc(Irc.settings("", Irc.LIMITS, Irc.operator("bob"))).open();
        assertThat(other.asks("CAP LS 302")).singleElement().asString().contains(" sasl=PLAIN ");
        assertThat(other.asks("AUTHENTICATE SCRAM-SHA-256")).hasSize(2);
    }
}
