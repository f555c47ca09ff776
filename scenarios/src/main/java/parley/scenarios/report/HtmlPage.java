package parley.scenarios.report;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import parley.scenarios.Result;

/**
 * One page for a browser, which loads nothing from elsewhere: for each scenario a lane for the server and one for each
 * client, and an arrow for what they said. It can be read without its script; with it, it works from the keyboard.
 *
 * @param scriptHash the only script that the page lets run, as a content security policy names it
 */
record HtmlPage(String title, int passed, int failed, int broken, String took, String began, List<Lanes> sections,
        String style, String script, String scriptHash) {

    static void write(Run run, Writer out) {
        Mustache.compiler().defaultValue("").compile(resource("page.mustache")).execute(of(run), out);
    }

    private static HtmlPage of(Run run) {
        Result result = run.result();
        List<Lanes> sections = Lanes.all(run.scenarios());
        String script = resource("page.js");
        return new HtmlPage("Scenarios", result.passed(), result.failed(), result.broken(), time(run.took()),
                run.began().truncatedTo(ChronoUnit.SECONDS).toString(), sections, resource("page.css"), script,
                hash(script));
    }

    /** A time for people: {@code 12.3 ms}. */
    static String time(Duration time) {
        double millis = time.toNanos() / 1e6;
        return millis < 1000
                ? String.format(Locale.ROOT, "%.1f ms", millis)
                : String.format(Locale.ROOT, "%.2f s", millis / 1000);
    }

    private static String hash(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    private static String resource(String name) {
        try (InputStream in = HtmlPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing in this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
