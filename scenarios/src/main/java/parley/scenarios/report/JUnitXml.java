package parley.scenarios.report;

import java.io.Writer;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import parley.scenarios.Result;

/**
 * The XML that Ant's JUnit task made the common tongue of CI servers: a suite, and a test case for each scenario. One
 * whose file cannot be read is an error, one that failed a failure.
 *
 * @see <a href="https://github.com/testmoapp/junitxml">a description of what tools agree on</a>
 */
final class JUnitXml {

    private final XMLStreamWriter xml;

    private JUnitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** Writes the whole document. */
    static void write(Run run, Writer out) {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            new JUnitXml(xml).run(run);
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e); // the writer itself tells of no errors
        }
    }

    private void run(Run run) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        line();
        xml.writeStartElement("testsuites");
        line();
        xml.writeStartElement("testsuite");
        Result result = run.result();
        attribute("name", "scenarios");
        attribute("tests", run.scenarios().size());
        attribute("failures", result.failed());
        attribute("errors", result.broken());
        attribute("skipped", 0);
        attribute("time", seconds(run.took()));
        attribute("timestamp", run.began().toString());
        line();
        for (Case scenario : run.scenarios()) {
            testCase(scenario);
        }
        xml.writeEndElement();
        line();
        xml.writeEndElement();
        line();
        xml.writeEndDocument();
    }

    private void testCase(Case scenario) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute("name", scenario.file());
        attribute("classname", className(scenario.file()));
        attribute("file", scenario.file());
        attribute("time", seconds(scenario.took()));
        Case.Step step = scenario.failed();
        Case.Failure failure = scenario.failure();
        if (step != null && failure != null) {
            attribute("line", step.line());
            trouble("failure", step.text() + ": " + failure.problem(), step.place() + "\n" + failure.text());
        } else if (scenario.verdict() == Verdict.BROKEN) {
            trouble("error", scenario.problems().getFirst().sentence(),
                    scenario.problems().stream().map(Case.Problem::text).collect(Collectors.joining("\n")));
        }
        xml.writeEndElement();
        line();
    }

    /** CI servers group by what stands before the last full stop of a class. */
    private static String className(String file) {
        return file.replaceFirst("\\.[^./]*$", "").replaceFirst("^[./]+", "").replace('.', '_').replace('/', '.');
    }

    private void trouble(String kind, String message, String text) throws XMLStreamException {
        line();
        xml.writeStartElement(kind);
        attribute("message", message);
        attribute("type", kind);
        xml.writeCharacters(legal(text));
        xml.writeEndElement();
        line();
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n");
    }

    private void attribute(String name, int value) throws XMLStreamException {
        attribute(name, Integer.toString(value));
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, legal(value));
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f", time.toNanos() / 1e9);
    }

    /** XML 1.0 knows no other control characters, not even escaped: section 2.2. */
    private static String legal(String text) {
        StringBuilder legal = new StringBuilder(text.length());
        text.codePoints().map(c -> isLegal(c) ? c : '\ufffd').forEach(legal::appendCodePoint);
        return legal.toString();
    }

    private static boolean isLegal(int c) {
        return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c < 0xd800) || (c >= 0xe000 && c < 0xfffe)
                || c > 0xffff;
    }
}
