package parley.protocol.client.irc;

import static org.assertj.core.api.Assertions.assertThat;

import com.ongres.scram.common.ScramFunctions;
import com.ongres.scram.common.ScramMechanism;
import com.ongres.scram.common.StringPreparation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.protocol.Command;
import parley.protocol.Event;
import parley.protocol.Password;
import parley.protocol.Refusal;
import parley.protocol.Request;
import parley.protocol.client.ClientDialect.Heard;
import parley.protocol.irc.IrcLine;
import parley.protocol.irc.SaslMessage;

/** A client that logs in at a server of SCRAM-SHA-256, which may be another than it says. */
class ScramLoginTest {

    private static final byte[] SALT = "salt".getBytes(StandardCharsets.UTF_8);

    private final IrcClientDialect dialect =
            new IrcClientDialect(InstantSource.fixed(Instant.parse("2026-01-31T12:00:00Z")));
    private String clientFirst = "";
    private String serverFirst = "";

    private Heard hear(String line) throws IOException {
        return dialect.hear(line);
    }

    private Heard hearMessage(String message) throws IOException {
        Heard heard = Heard.NOTHING;
        for (IrcLine line : SaslMessage.lines(message)) {
            heard = hear(line.spell());
        }
        return heard;
    }

    private static String message(Heard heard) {
        SaslMessage message = new SaslMessage();
        SaslMessage.Taken taken = new SaslMessage.Unfinished();
        for (String line : heard.replies()) {
            taken = message.take(line.replaceFirst("AUTHENTICATE ", ""));
        }
        return ((SaslMessage.Whole) taken).text();
    }

    /** Up to the server's first message; what the client says to it. */
    private Heard begin(String offered, int iterations) throws IOException {
        dialect.say(new Request("1", new Command.Hello("alice", new Password("sesame"), false, Map.of())));
        hear(":irc CAP * LS :sasl=" + offered);
        assertThat(hear(":irc CAP * ACK :sasl").replies()).containsExactly("AUTHENTICATE SCRAM-SHA-256");
        clientFirst = message(hear("AUTHENTICATE +"));
        assertThat(clientFirst).startsWith("n,,n=alice,r=");
        serverFirst = "%sserver,s=%s,i=%d".formatted(clientFirst.substring("n,,n=alice,".length()),
                Base64.getEncoder().encodeToString(SALT), iterations);
        return hearMessage(serverFirst);
    }

    /** The signature of a server that knows this password. */
    private String signature(String password, String clientFinal) {
        byte[] salted = ScramFunctions.saltedPassword(ScramMechanism.SCRAM_SHA_256,
                StringPreparation.SASL_PREPARATION, password.toCharArray(), SALT, 4096);
        String signed = clientFirst.substring(3) + "," + serverFirst + "," + clientFinal.replaceFirst(",p=.*", "");
        return "v=" + Base64.getEncoder().encodeToString(ScramFunctions.serverSignature(ScramMechanism.SCRAM_SHA_256,
                ScramFunctions.serverKey(ScramMechanism.SCRAM_SHA_256, salted), signed));
    }

    private static void assertDistrusted(Heard heard, String why) {
        assertThat(heard.replies()).last().isEqualTo("QUIT");
        assertThat(heard.deliveries()).singleElement().satisfies(delivery -> assertThat(delivery.event())
                .isEqualTo(new Event.Refused(Refusal.PASSWORD_WRONG, "alice", why)));
    }

    @Test
    void bothEndsProveThatTheyKnowThePassword() throws IOException {
        Heard last = begin("EXTERNAL,PLAIN,SCRAM-SHA-256", 4096);
        assertThat(hearMessage(signature("sesame", message(last))).replies()).containsExactly("AUTHENTICATE +");
        hear(":irc 900 alice alice!a@h alice :You are now logged in");
        assertThat(hear(":irc 903 alice :done").replies()).containsExactly("CAP END");
    }

    @Test
    void aServerThatDoesNotKnowThePasswordIsLeft() throws IOException {
        String last = message(begin("PLAIN,SCRAM-SHA-256", 4096));
        assertDistrusted(hearMessage(signature("something else", last)),
                "the server does not know the password of alice: it is not the one it claims to be");
        assertThat(hear(":irc 906 alice :aborted").replies()).isEmpty();
    }

    @Test
    void aServerThatProvesNothingIsNotBelieved() throws IOException {
        begin("SCRAM-SHA-256", 4096);
        assertDistrusted(hear(":irc 903 alice :done"), "the server has not shown that it knows the password of alice");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4095, 10_000_001, Integer.MAX_VALUE})
    void aProofIsNeitherCheapNorEndless(int iterations) throws IOException {
        assertDistrusted(begin("SCRAM-SHA-256", iterations),
                "the server wants a proof of " + iterations + " iterations; 4096 to 10000000 are done");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "e=other-error", "r=another,s=YQ==,i=4096", "r=OURS,s=YQ==,i=4096", "r=OURSx,s=!,i=4096",
                    "r=OURSx,s=YQ==,i=many", "v=YQ==", "m=x,r=OURSx,s=YQ==,i=4096", "\0,\r\n"})
    void whatIsNotScramEndsIt(String answer) throws IOException {
        dialect.say(new Request("1", new Command.Hello("alice", new Password("sesame"), false, Map.of())));
        hear(":irc CAP * LS :sasl=SCRAM-SHA-256");
        hear(":irc CAP * ACK :sasl");
        String nonce = message(hear("AUTHENTICATE +")).substring("n,,n=alice,r=".length());
        assertDistrusted(hearMessage(answer.replace("OURS", nonce)), "what the server says is not SCRAM-SHA-256");
    }

    @Test
    void anAccountThatCannotDoScramLogsInByPlainWhereThatIsOffered() throws IOException {
        begin("PLAIN,SCRAM-SHA-256", 4096);
        Heard failed = hear(":irc 904 alice :SASL authentication failed");
        assertThat(failed.replies()).containsExactly("AUTHENTICATE PLAIN");
        assertThat(failed.deliveries()).isEmpty();
        assertThat(hear("AUTHENTICATE +").replies()).containsExactly("AUTHENTICATE AGFsaWNlAHNlc2FtZQ==");
        assertThat(hear(":irc 903 alice :done").replies()).containsExactly("CAP END");
    }

    @Test
    void aPasswordThatFailsEveryWayIsRefused() throws IOException {
        begin("SCRAM-SHA-256", 4096);
        assertThat(hear(":irc 904 alice :SASL authentication failed").deliveries()).singleElement()
                .satisfies(delivery -> assertThat(delivery.event()).isEqualTo(
                        new Event.Refused(Refusal.PASSWORD_WRONG, "", "SASL authentication failed")));
    }

    @Test
    void noSecretIsInWhatIsSaid() throws IOException {
        Heard last = begin("PLAIN,SCRAM-SHA-256", 4096);
        assertThat(List.of(clientFirst, message(last), last.toString())).noneMatch(text -> text.contains("sesame"));
    }
}
