package parley.protocol.irc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The cases that the parser tests of ircdocs name, and some of our own. */
class IrcLineTest {

    private static IrcLine read(String line) {
        return IrcLine.read(line).orElseThrow();
    }

    @Test
    void aLineIsAVerbAndItsParameters() {
        assertThat(read("JOIN #lobby key")).isEqualTo(IrcLine.of("JOIN", "#lobby", "key"));
        assertThat(read("ping")).isEqualTo(IrcLine.of("ping"));
    }

    @Test
    void theLastParameterMayHaveSpacesBeEmptyOrBeginWithAColon() {
        assertThat(read("PRIVMSG #lobby :hello, world").params()).containsExactly("#lobby", "hello, world");
        assertThat(read("TOPIC #lobby :").params()).containsExactly("#lobby", "");
        assertThat(read("PRIVMSG bob ::-)").params()).containsExactly("bob", ":-)");
        assertThat(read("PRIVMSG bob :  two spaces  ").params()).containsExactly("bob", "  two spaces  ");
        assertThat(read("PRIVMSG bob a:b").params()).containsExactly("bob", "a:b");
    }

    @Test
    void wordsArePartedByAnyNumberOfSpacesAndByNothingElse() {
        assertThat(read("  @a=1   :src   VERB   one   two   ").params()).containsExactly("one", "two");
        assertThat(read("VERB one\ttwo").params()).containsExactly("one\ttwo");
    }

    @Test
    void aSourceStandsBeforeTheVerb() {
        assertThat(read(":alice!a@example.org QUIT :bye"))
                .isEqualTo(IrcLine.of("QUIT", "bye").from("alice!a@example.org"));
        assertThat(read(":alice\u00a0b VERB").source()).isEqualTo("alice\u00a0b");
    }

    @Test
    void tagsAreUnescaped() {
        assertThat(read("@a=b;c=32;k;rt=ql7;e= VERB").tags())
                .isEqualTo(Map.of("a", "b", "c", "32", "k", "", "rt", "ql7", "e", ""));
        assertThat(read("@a=\\\\and\\nk;d=go\\s\\:x\\r VERB").tags())
                .isEqualTo(Map.of("a", "\\and\nk", "d", "go ;x\r"));
        assertThat(read("@+vendor.example/key=a=b VERB").tags()).isEqualTo(Map.of("+vendor.example/key", "a=b"));
    }

    @Test
    void aBackslashThatEscapesNothingIsPassedOver() {
        assertThat(read("@a=\\b;c=d\\ VERB").tags()).isEqualTo(Map.of("a", "b", "c", "d"));
    }

    @Test
    void ofATagThatIsThereTwiceTheLastCounts() {
        assertThat(read("@a=1;b=2;a=3 VERB").tags()).isEqualTo(Map.of("a", "3", "b", "2"));
    }

    @Test
    void aCarriageReturnAtTheEndBelongsToTheLineEnd() {
        assertThat(read("PRIVMSG bob :hi\r").params()).containsExactly("bob", "hi");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "@a=b", "@a=b :src", ":src ", ": ", "VERB a\0b", "VERB a\rb", "@a=b\nc VERB"})
    void whatHasNoVerbOrIsNotOneLineIsNone(String text) {
        assertThat(IrcLine.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"VERB", "VERB a b c", "VERB a :b c", "VERB a :", "VERB a ::b", ":src VERB a", ":alice!a@h VERB",
                    "@a=b :src VERB x", "@a=b;c :src VERB :x y", "@a=\\\\\\s\\:\\r\\n VERB", "@+x/y VERB",
                    "005 alice A=B :are supported"})
    void whatIsReadIsSpeltTheSame(String line) {
        assertThat(read(line).spell()).isEqualTo(line);
    }

    @Test
    void aColonStandsOnlyWhereItIsNeeded() {
        assertThat(read("PRIVMSG #lobby :hello").spell()).isEqualTo("PRIVMSG #lobby hello");
    }

    @Test
    void aTagCanBeAddedOrReplaced() {
        assertThat(IrcLine.of("PING").tagged("label", "a b").tagged("label", "c").spell()).isEqualTo("@label=c PING");
    }

    @Test
    void whatCannotBeSpeltAsOneLineCannotBeMade() {
        for (List<String> params : List.of(List.of("a b", "c"), List.of("", "c"), List.of(":a", "c"), List.of("a\nb"),
                List.of("a\rb"), List.of("a\0b"))) {
            assertThatThrownBy(() -> IrcLine.of("VERB", params.toArray(String[]::new)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> IrcLine.of("TWO WORDS")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> IrcLine.of("VERB").from("a b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> IrcLine.of("VERB").tagged("a;b", "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void parametersCanBeAskedForByTheirPlace() {
        assertThat(IrcLine.of("JOIN", "#lobby").param(0)).isEqualTo("#lobby");
        assertThat(IrcLine.of("JOIN", "#lobby").param(1)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"coolguy!ag@net,coolguy,ag,net", "coolguy!~ag@n@et,coolguy,~ag@n,et", "coolguy@net,coolguy,,net",
            "coolguy!ag,coolguy,ag,", "irc.example.org,irc.example.org,,"})
    void aSourceIsANickAUserAndAHost(String text, String name, String user, String host) {
        assertThat(Source.read(text)).isEqualTo(new Source(name, user, host));
        assertThat(Source.read(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({"ASCII,Ab[]\\^~,ab[]\\^~", "RFC1459,Ab[]\\^~,ab{}|~~", "RFC1459_STRICT,Ab[]\\^~,ab{}|^~",
            "RFC1459,ÄÖ,ÄÖ"})
    void whatIsTheSameForAServerFoldsToTheSame(CaseMapping mapping, String text, String folded) {
        assertThat(mapping.fold(text)).isEqualTo(folded);
        assertThat(CaseMapping.named(mapping.wireName())).contains(mapping);
    }
}
