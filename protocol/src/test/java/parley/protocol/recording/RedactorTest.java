package parley.protocol.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {

    private final Redactor redactor = new Redactor(List.of(Pattern.compile("card (\\d+)")));

    private Entry.Line redact(String text) {
        return (Entry.Line) redactor
                .redact(new Entry.Line(0, "c1", Side.CLIENT, text, LineEnd.usual(text)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
            "PASS hunter2 | PASS ${CHAT_PASSWORD}", "pass :a b | pass :${CHAT_PASSWORD}",
            "OPER root hunter2 | OPER root ${CHAT_PASSWORD}",
            "AUTHENTICATE PLAIN | AUTHENTICATE PLAIN", "AUTHENTICATE + | AUTHENTICATE +",
            "AUTHENTICATE YWJjZGVm | AUTHENTICATE ${CHAT_SASL}",
            "AUTHENTICATE SCRAM-SHA-256 | AUTHENTICATE SCRAM-SHA-256",
            "@time=x :irc.test AUTHENTICATE cj1hYmMscz1xLGk9MQ== | @time=x :irc.test AUTHENTICATE ${CHAT_SASL}",
            "PRIVMSG NickServ :IDENTIFY hunter2 | PRIVMSG NickServ :IDENTIFY ${CHAT_PASSWORD}",
            "@label=1 privmsg nickserv@services. :identify al hunter2 | @label=1 privmsg nickserv@services. :identify al ${CHAT_PASSWORD}",
            "NS IDENTIFY hunter2 | NS IDENTIFY ${CHAT_PASSWORD}",
            "PRIVMSG NickServ :REGISTER hunter2 a@b.example | PRIVMSG NickServ :REGISTER ${CHAT_PASSWORD} a@b.example",
            "JOIN #a,#b k1,k2 | JOIN #a,#b ${CHAT_KEY}",
            ":al!a@h JOIN #a account :Real name | :al!a@h JOIN #a account :Real name",
            "MODE #a +k key | MODE #a +k ${CHAT_KEY}", ":s 324 al #a +ntk key | :s 324 al #a +ntk ${CHAT_KEY}",
            "MODE #a +o bob | MODE #a +o bob",
            "PRIVMSG #a :identify yourself please | PRIVMSG #a :identify yourself please",
            "PRIVMSG #a :see https://al:hunter2@example.org/ | PRIVMSG #a :see https://al:${CHAT_PASSWORD}@example.org/",
            "PRIVMSG #a :my card 4711 | PRIVMSG #a :my card ${CHAT_SECRET}",
            "{\"do\":\"hello\",\"nick\":\"a\",\"password\":\"p\"} | {\"do\":\"hello\",\"nick\":\"a\",\"password\":\"${CHAT_PASSWORD}\"}",
            "{\"do\":\"join\",\"room\":\"#a\",\"key\":\"k\"} | {\"do\":\"join\",\"room\":\"#a\",\"key\":\"${CHAT_KEY}\"}",
            "{ \"do\" : \"say\", \"text\" : \"password\" } | { \"do\" : \"say\", \"text\" : \"password\" }",
            "{\"do\":\"say\",\"text\":\"api_key=abcdef12\"} | {\"do\":\"say\",\"text\":\"api_key=${CHAT_TOKEN}\"}"})
    void secretsHaveNamesInTheirPlace(String line, String without) {
        assertThat(redact(line).text()).isEqualTo(without);
        assertThat(redact(line).marks().secrets().isEmpty()).isEqualTo(line.equals(without));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ghp_abcdefghijklmnopqrstuvwxyz0123456789", "xoxb-123456789012-abcdef",
            "AKIAABCDEFGHIJKLMNOP", "glpat-abcdefghijklmnopqrst", "123456789:abcdefghijklmnopqrstuvwxyzABCDEFGHI",
            "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abcdefgh"})
    void wellKnownTokensAreFoundAnywhere(String token) {
        assertThat(redact("PRIVMSG #a :use " + token + ", please").text()).isEqualTo(
                "PRIVMSG #a :use ${CHAT_TOKEN}, please");
    }

    @Test
    void theSameSecretHasTheSameNameAndAnotherOneAnother() {
        assertThat(redact("PASS hunter2").marks().secrets()).containsExactly("CHAT_PASSWORD");
        assertThat(redact("PASS hunter3").marks().secrets()).containsExactly("CHAT_PASSWORD_2");
        assertThat(redact("PRIVMSG #a :oh, hunter2?").text()).isEqualTo("PRIVMSG #a :oh, ${CHAT_PASSWORD}?");
    }

    /** Whoever has the salt, the nonces and the proof can try passwords as fast as they like. */
    @Test
    void nothingOfScramIsLeftToGuessFrom() {
        List<String> exchange = Stream.of("n,,n=al,r=abc", "r=abcXYZ,s=c2FsdA==,i=4096", "c=biws,r=abcXYZ,p=cHJvb2Y=",
                "v=c2lnbmF0dXJl").map(
                        it -> "AUTHENTICATE " + Base64.getEncoder().encodeToString(it.getBytes(
                                StandardCharsets.UTF_8)))
                .toList();
        assertThat(exchange.stream().map(line -> redact(line).text())).containsExactly("AUTHENTICATE ${CHAT_SASL}",
                "AUTHENTICATE ${CHAT_SASL_2}", "AUTHENTICATE ${CHAT_SASL_3}", "AUTHENTICATE ${CHAT_SASL_4}");
    }

    @Test
    void thePasswordWithinSaslIsOneAsWell() {
        redact("AUTHENTICATE " + Base64.getEncoder().encodeToString("\0al\0hunter2".getBytes(StandardCharsets.UTF_8)));
        assertThat(redact("{\"do\":\"say\",\"text\":\"hunter2\"}").text()).contains("${CHAT_PASSWORD}");
    }

    @Test
    void aPasswordWithSignsThatJsonEscapesIsFoundAsWell() {
        assertThat(redact("{\"password\":\"a\\\"bcdefg\"}").text()).isEqualTo("{\"password\":\"${CHAT_PASSWORD}\"}");
        assertThat(redact("{\"text\":\"a\\\"bcdefg!\"}").text()).isEqualTo("{\"text\":\"${CHAT_PASSWORD}!\"}");
    }

    @Test
    void whatIsRedactedAlreadyStaysSoAndKeepsItsName() {
        Entry.Line done = new Entry.Line(0, "c1", Side.CLIENT, "PASS ${CHAT_PASSWORD}", LineEnd.CRLF,
                Marks.secrets(List.of("CHAT_PASSWORD")));
        assertThat(redactor.redact(done)).isEqualTo(done);
        assertThat(redact("PASS another").marks().secrets()).containsExactly("CHAT_PASSWORD_2");
    }

    private Header redactServer(String toml) {
        return redactor.redact(Header.now("test").withServer(toml));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {"key = \"k\" | key = \"${CHAT_KEY}\"",
            "key = 'k' | key = \"${CHAT_KEY}\"", "\"key\"='k' | \"key\"=\"${CHAT_KEY}\"",
            "key = \"\"\"k\"\"\" | key = \"${CHAT_KEY}\"", "key = '''k''' | key = \"${CHAT_KEY}\"",
            "rooms = [{name = \"#a\", key = \"k\"}] | rooms = [{name = \"#a\", key = \"${CHAT_KEY}\"}]",
            "key = \"\" | key = \"\"", "monkey = \"k\" | monkey = \"k\"",
            "motd = \"token=abcdef12\" | motd = \"token=${CHAT_TOKEN}\"",
            "password = \"$argon2id$v=19$m=1,t=2,p=1$abcdef\" | password = \"$argon2id$v=19$m=1,t=2,p=1$abcdef\"",
            "password = \"SCRAM-SHA-256$4096:abcdef==$x:y\" | password = \"SCRAM-SHA-256$4096:abcdef==$x:y\""})
    void theConfigurationOfAServerHasNoSecrets(String toml, String without) {
        assertThat(redactServer(toml).server()).isEqualTo(without);
        assertThat(redactServer(toml).secrets().isEmpty()).isEqualTo(toml.equals(without));
    }

    @Test
    void theKeyOfARoomHasOneNameInConfigurationAndLines() {
        Header header = redactServer(
                "[[listen]]\nkey = \"privkey.pem\"\n[[rooms]]\nkey = \"a \\\"b\\\"\"\n\n[[rooms]]\nkey = \"c\"");
        assertThat(header.server()).isEqualTo(
                "[[listen]]\nkey = \"privkey.pem\"\n[[rooms]]\nkey = \"${CHAT_KEY}\"\n\n[[rooms]]\nkey = \"${CHAT_KEY_2}\"");
        assertThat(header.secrets()).containsExactly("CHAT_KEY", "CHAT_KEY_2");
        assertThat(redact("{\"do\":\"join\",\"room\":\"#a\",\"key\":\"a \\\"b\\\"\"}").text())
                .contains("\"key\":\"${CHAT_KEY}\"");
        assertThat(redactor.redact(header)).isEqualTo(header);
    }

    @Test
    void bytesThatAreNoLineAreSearchedToo() {
        Entry bytes = redactor.redact(new Entry.Bytes(0, "c1", Side.CLIENT, "PASS hunter2"));
        assertThat(((Entry.Bytes) bytes).bytes()).isEqualTo("PASS ${CHAT_PASSWORD}");
    }
}
