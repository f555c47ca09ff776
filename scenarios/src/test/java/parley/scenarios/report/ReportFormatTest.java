package parley.scenarios.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** What each report says of the same run. */
final class ReportFormatTest {

    @Test
    void tapHasAPointForEachAndTellsWhereAndWhy() throws InterruptedException {
        assertThat(Played.report(Played.run(), ReportFormat.TAP)).isEqualTo("""
                TAP version 14
                ok 1 - a/good.chat
                not ok 2 - b \\#1.chat
                  ---
                  message: 'bob sees nothing: bob saw something'
                  severity: fail
                  at:
                    file: 'b #1.chat'
                    line: 7
                  details: |-2
                    bob saw something
                      expected  nothing
                      came      carol join #lobby
                    bob received, and no step has seen:
                        welcome
                        carol join #lobby
                        alice say in #lobby <b>100%</b>, \\u{1b}[31m it's # "so"
                    alice received last:
                        welcome
                        bob join #lobby
                        carol join #lobby
                    carol received last:
                        welcome
                        alice say in #lobby <b>100%</b>, \\u{1b}[31m it's # "so"
                  ...
                not ok 3 - odd.chat
                  ---
                  message: '"conects" is not something that a client does; did you mean connects?'
                  severity: fail
                  at:
                    file: 'odd.chat'
                    line: 1
                  details: |-2
                    odd.chat:1:7: "conects" is not something that a client does; did you mean connects?
                        alice conects
                              ^^^^^^^
                  ...
                1..3
                """);
    }

    @Test
    void githubHasOneLineForEachTrouble() throws InterruptedException {
        List<String> lines = Played.report(Played.run(), ReportFormat.GITHUB).lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst())
                .startsWith("::error file=b #1.chat,line=7,title=bob sees nothing::bob saw something%0A  expected")
                .contains("<b>100%25</b>");
        assertThat(lines.getLast())
                .startsWith("::error file=odd.chat,line=1,col=7,title=cannot be read::odd.chat:1:7: ");
    }

    @Test
    void junitsXmlIsWellFormedAndCounts() throws Exception {
        Element suite = suite(Played.report(Played.run(), ReportFormat.JUNIT));
        assertThat(List.of("tests", "failures", "errors", "skipped", "time")).extracting(suite::getAttribute)
                .containsExactly("3", "1", "1", "0", "1.234");
        Element good = (Element) suite.getElementsByTagName("testcase").item(0);
        assertThat(good.getAttribute("classname")).isEqualTo("a.good");
        assertThat(good.getElementsByTagName("*").getLength()).isZero();
        Element failure = (Element) suite.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("message")).isEqualTo("bob sees nothing: bob saw something");
        assertThat(failure.getTextContent()).startsWith("b #1.chat:7\nbob saw something\n").contains("<b>100%</b>");
        assertThat(((Element) failure.getParentNode()).getAttribute("line")).isEqualTo("7");
        Element error = (Element) suite.getElementsByTagName("error").item(0);
        assertThat(error.getTextContent()).contains("odd.chat:1:7");
    }

    @Test
    void junitsXmlHasNoCharacterThatXmlForbids() throws Exception {
        Case odd = Played.play("\u0001\ud800.chat", "alice conects\n");
        Run run = new Run(odd.began(), odd.took(), List.of(odd));
        assertThat(suite(Played.report(run, ReportFormat.JUNIT)).getElementsByTagName("testcase").item(0)
                .getAttributes().getNamedItem("name").getTextContent()).isEqualTo("\ufffd\ufffd.chat");
    }

    private static Element suite(String xml) throws Exception {
        return (Element) DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml))).getElementsByTagName("testsuite").item(0);
    }

    @Test
    void jsonKeepsAllThatOtherReportsTell() throws Exception {
        Run run = Played.run();
        Run read = RunJson.read(new StringReader(Played.report(run, ReportFormat.JSON)));
        for (ReportFormat format : ReportFormat.values()) {
            assertThat(Played.report(read, format)).as(format.word()).isEqualTo(Played.report(read(run), format));
        }
        assertThat(read.scenarios()).extracting(Case::verdict)
                .containsExactly(Verdict.PASSED, Verdict.FAILED, Verdict.BROKEN);
        assertThat(read.scenarios().get(1).failure()).isEqualTo(run.scenarios().get(1).failure());
        assertThat(read.scenarios().get(1).steps()).extracting(Case.Step::verdict).containsExactly(Verdict.PASSED,
                Verdict.PASSED, Verdict.PASSED, Verdict.FAILED, Verdict.NOT_PLAYED);
    }

    /** Without what JSON does not keep of times. */
    private static Run read(Run run) throws RunJson.NotAReport {
        return RunJson.read(new StringReader(Played.report(run, ReportFormat.JSON)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"report":2}          | version 2
            {"event":1}           | no field "report"
            [1, 2                 | not a report
            not json at all       | not a report
            {"report":"x"}        | not a report
            {"report":1}          | has no scenarios
            {"report":1,"scenarios":[{}]} | not a report
            {"report":1,"began":"yesterday","scenarios":[]} | not a report
            """)
    void whatIsNoReportIsSaid(String json, String sentence) {
        assertThatThrownBy(() -> RunJson.read(new StringReader(json))).isInstanceOf(RunJson.NotAReport.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void anEmptyFileIsNoReport() {
        assertThatThrownBy(() -> RunJson.read(new StringReader(""))).isInstanceOf(RunJson.NotAReport.class);
    }

    @Test
    void noReportTellsASecret() throws InterruptedException {
        Case failed = Played.play("secret.chat", """
                alice connects with password sesame
                alice joins #tea with key "open sesame"
                alice sets key of #tea to sesame
                alice sees nothing but bob say sesam within 10ms
                """);
        Run run = new Run(failed.began(), failed.took(), List.of(failed));
        for (ReportFormat format : ReportFormat.values()) {
            assertThat(Played.report(run, format)).as(format.word()).doesNotContain("sesame");
        }
        assertThat(failed.steps()).extracting(Case.Step::text).startsWith("alice connects with password •••",
                "alice joins #tea with key •••");
    }
}
