package parley.chatd.accounts;

import static com.ongres.scram.common.ScramMechanism.SCRAM_SHA_256;
import static org.assertj.core.api.Assertions.assertThat;

import com.ongres.scram.common.ScramFunctions;
import com.ongres.scram.common.StringPreparation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.protocol.Password;

/** The server's half of SCRAM-SHA-256, with the example of RFC 7677, section 3. */
class ScramExchangeTest {

    /** Of the password "pencil"; worked out by another program. */
    private static final ScramVerifier PENCIL = ScramVerifier.read("SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$"
            + "WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=")
            .orElseThrow();
    private static final String FIRST = "n,,n=user,r=rOprNGfwEbeRWgbNEkqO";
    private static final String SERVER_NONCE = "%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0";
    private static final String NONCE = "r=rOprNGfwEbeRWgbNEkqO" + SERVER_NONCE;
    private static final String PROOF = ",p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=";

    private static Optional<ScramExchange> begin(String clientFirst) {
        return ScramExchange.begin(clientFirst, name -> PENCIL, SERVER_NONCE);
    }

    @Test
    void itIsTheExampleOfTheRfc() {
        ScramExchange exchange = begin(FIRST).orElseThrow();

        assertThat(exchange.name()).isEqualTo("user");
        assertThat(exchange.challenge()).isEqualTo(NONCE + ",s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096");
        assertThat(exchange.answer("c=biws," + NONCE + PROOF))
                .contains("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            // another proof, none, one that is too short, no base 64
            "c=biws,NONCE,p=eHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=", "c=biws,NONCE", "c=biws,NONCE,p=YQ==",
            "c=biws,NONCE,p=====", "c=biws,NONCEPROOF,x=y",
            // another nonce: the client's own, one more character, none
            "c=biws,r=rOprNGfwEbeRWgbNEkqOPROOF", "c=biws,NONCExPROOF", "c=biwsPROOF",
            // another header: "y,,", one with an authzid, none; and what the server said
            "c=eSws,NONCEPROOF", "c=bixhPXVzZXIs,NONCEPROOF", "NONCEPROOF", "NONCE,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096",
            "", ",,,", "\0"})
    void nothingElseProvesAnything(String last) {
        assertThat(begin(FIRST).orElseThrow().answer(last.replace("NONCE", NONCE).replace("PROOF", PROOF))).isEmpty();
    }

    /** With a proof that is right for what is said, as a client would make that knows the password. */
    private static Optional<String> proves(String bare) {
        ScramExchange exchange = begin(FIRST).orElseThrow();
        byte[] clientKey = ScramFunctions.clientKey(SCRAM_SHA_256, ScramFunctions.saltedPassword(SCRAM_SHA_256,
                StringPreparation.SASL_PREPARATION, "pencil".toCharArray(), ScramVerifier.bytes(PENCIL.salt()), 4096));
        byte[] signature = ScramFunctions.clientSignature(SCRAM_SHA_256, ScramVerifier.bytes(PENCIL.storedKey()),
                FIRST.substring(3) + "," + exchange.challenge() + "," + bare);
        return exchange.answer(
                bare + ",p=" + ScramVerifier.base64(ScramFunctions.clientProof(clientKey, signature)));
    }

    @Test
    void aProofIsOfThisExchange() {
        assertThat(proves("c=biws," + NONCE)).isPresent();
        assertThat(proves("c=biws," + NONCE + ",x=more")).isPresent();
        assertThat(proves("c=biws,r=rOprNGfwEbeRWgbNEkqO")).as("the client's own nonce").isEmpty();
        assertThat(proves("c=biws,r=" + SERVER_NONCE)).as("the server's alone").isEmpty();
        assertThat(proves("c=eSws," + NONCE)).as("a header that was changed on the way").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "n", "n,,", "n,,n=user", "n,,r=abc,n=user", "n,,n=,r=abc", "n,,n=user,r=",
            "n,,n=us=er,r=abc", "n,,n=user,r=a\u00e9", "n,,n=user,r=a b", "n,,m=ext,n=user,r=abc", "x,,n=user,r=abc",
            "p=tls-unique,,n=user,r=abc", "p=tls-exporter,,n=user,r=abc", "n,b=user,n=user,r=abc", "n,a=,n=user,r=abc"})
    void whatIsNoBeginningIsNone(String first) {
        assertThat(begin(first)).isEmpty();
    }

    @Test
    void aNameMayHaveWhatPartsNamesAndSomebodyMayBeNamedTwice() {
        ScramExchange exchange = begin("y,a=a=2Cb,n=a=2Cb=3Dc,r=abc,x=more").orElseThrow();

        assertThat(List.of(exchange.authzid(), exchange.name())).containsExactly("a,b", "a,b=c");
    }

    @Test
    void aVerifierKnowsThePasswordAndIsReadAsItIsWritten() {
        assertThat(PENCIL.matches(new Password("pencil"))).isTrue();
        assertThat(PENCIL.matches(new Password("pencils"))).isFalse();
        assertThat(PENCIL.matches(new Password(""))).isFalse();
        assertThat(ScramVerifier.read(PENCIL.text())).contains(PENCIL);
        assertThat(PENCIL.toString()).doesNotContain(PENCIL.storedKey());
    }

    @Test
    void aNewVerifierIsExpensiveAndHasItsOwnSalt() {
        ScramVerifier one = ScramVerifier.of(new Password("pencil"));

        assertThat(one.text()).startsWith("SCRAM-SHA-256$600000:");
        assertThat(one.matches(new Password("pencil"))).isTrue();
        assertThat(ScramVerifier.of(new Password("pencil")).salt()).isNotEqualTo(one.salt());
    }

    /** No-break spaces are spaces and a ligature is its letters, as in PostgreSQL; what SASLprep forbids stays. */
    @Test
    void aPasswordIsPrepared() {
        ScramVerifier one = ScramVerifier.of(new Password("ﬁve\u00a0o'clock"), new byte[]{1}, 4096);

        assertThat(one.matches(new Password("five o'clock"))).isTrue();
        ScramVerifier forbidden = ScramVerifier.of(new Password("tab\there 🫖"), new byte[]{1}, 4096);
        assertThat(forbidden.matches(new Password("tab\there 🫖"))).isTrue();
    }

    @Test
    void aDecoyLooksLikeTheOthersAndStaysTheSame() {
        DecoyVerifiers decoys = new DecoyVerifiers();
        ScramVerifier dan = decoys.of("dan", List.of(PENCIL));

        assertThat(dan).isEqualTo(decoys.of("dan", List.of(PENCIL))).isNotEqualTo(decoys.of("eve", List.of(PENCIL)))
                .isNotEqualTo(new DecoyVerifiers().of("dan", List.of(PENCIL)));
        assertThat(dan.salt()).isNotEqualTo(decoys.of("eve", List.of(PENCIL)).salt());
        assertThat(dan.salt()).hasSameSizeAs(PENCIL.salt()).isNotEqualTo(PENCIL.salt());
        assertThat(ScramVerifier.read(dan.text())).contains(dan);
        assertThat(dan.iterations()).isEqualTo(4096);
    }

    /** The configuration may have changed between two messages of a login. */
    @Test
    void aDecoyIsThereThoughTheLastVerifierIsGone() {
        ScramVerifier dan = new DecoyVerifiers().of("dan", List.of());

        assertThat(ScramVerifier.read(dan.text())).contains(dan);
        assertThat(dan.iterations()).isEqualTo(ScramVerifier.of(new Password("pencil")).iterations());
    }
}
