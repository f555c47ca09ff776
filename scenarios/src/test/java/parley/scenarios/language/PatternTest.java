package parley.scenarios.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What patterns fit, what they capture, and where they part from a text. */
final class PatternTest {

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            hello~hello
            *~anything
            *~``
            *world*?~hello, *world*?
            a*b*c~a--b--b--c
            *.txt~a.txt.txt
            \\*~*
            \\{x}~{x}
            {"on":"said",*}~{"on":"said","x":1}
            "  a  "~`  a  `
            /l+o/~hello
            /^h.*o$/~hello
            \\/tmp/~/tmp/
            /~/
            😀*~😀 smile
            \\u{1f600}~😀
            tab\\there~tab	here
            """)
    void fits(String pattern, String text) {
        assertThat(match(pattern, text)).isInstanceOf(Match.Yes.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            hello~hellO~4
            hello~hello!~5
            hello~hell~4
            hello, *~goodbye~0
            *world~hello word~9
            a*b~a--c~1
            a*b*c~a-b-d~3
            {x}!~who?~0
            /^ello/~hello~0
            """)
    void parts(String pattern, String text, int at) {
        assertThat(match(pattern, text)).isEqualTo(new Match.No(at));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            hello, {what}~hello, *world*~what=*world*
            {a} and {b}~x and y and z~a=x, b=y and z
            {x}={x}~1=1~x=1
            {x} {x}~a b a b~x=a b
            /after (?<n>\\d+) min/~done after 17 min~n=17
            {known}{x}~yes!~known=yes, x=!
            """)
    void captures(String pattern, String text, String captures) {
        Map<String, String> known = pattern.contains("{known}") ? Map.of("known", "yes") : Map.of();
        Match match = pattern(pattern).match(text, known);
        assertThat(match).isInstanceOf(Match.Yes.class);
        assertThat(new java.util.TreeMap<>(((Match.Yes) match).captures())).hasToString("{" + captures + "}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            {x}~no
            say {x}~say no
            /(?<x>.+)/~no
            """)
    void whatWasCapturedMustBeTheSameAgain(String pattern, String text) {
        assertThat(pattern(pattern).match(text, Map.of("x", "yes"))).isInstanceOf(Match.No.class);
        assertThat(pattern(pattern).match(text.replace("no", "yes"), Map.of("x", "yes"))).isInstanceOf(Match.Yes.class);
    }

    @Test
    void manyRunsInALongTextTakeNoTime() {
        String text = "a".repeat(20_000);
        assertThat(match("*a*a*a*a*a*a*a*a*b", text)).isInstanceOf(Match.No.class);
        assertThat(match("{p}a{q}a{r}a{s}a", text)).isInstanceOf(Match.Yes.class);
    }

    @Test
    void onlyOneTextFitsAPatternWithoutRuns() {
        assertThat(pattern("alice").only(Map.of())).contains("alice");
        assertThat(pattern("{who}").only(Map.of("who", "bob"))).contains("bob");
        assertThat(pattern("{who}").only(Map.of())).isEmpty();
        assertThat(pattern("al*").only(Map.of())).isEmpty();
        assertThat(pattern("/alice/").only(Map.of())).isEmpty();
    }

    private static Match match(String pattern, String text) {
        return pattern(pattern).match(text, Map.of());
    }

    private static Pattern pattern(String text) {
        try {
            return Pattern.read(new Slice(text, 0));
        } catch (Mistake e) {
            throw new AssertionError(text, e);
        }
    }
}
