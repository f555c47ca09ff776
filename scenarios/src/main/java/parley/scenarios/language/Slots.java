package parley.scenarios.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What fills the blanks of a form in one line; null where something was left out. One thread. */
final class Slots {

    private final List<@Nullable Slice> values;
    private final List<String> uses = new ArrayList<>();
    private final List<Slice> secrets = new ArrayList<>();

    Slots(List<@Nullable Slice> values) {
        this.values = values;
    }

    Template text(int blank) throws Mistake {
        Template template = Template.read(word(blank));
        uses.addAll(template.names());
        return template;
    }

    @Nullable Template textOrNull(int blank) throws Mistake {
        return has(blank) ? text(blank) : null;
    }

    /** A text that no report shows. */
    Template secret(int blank) throws Mistake {
        Template template = text(blank);
        if (!template.isName()) {
            secrets.add(word(blank));
        }
        return template;
    }

    @Nullable Template secretOrNull(int blank) throws Mistake {
        return has(blank) ? secret(blank) : null;
    }

    /** The line as reports may show it. */
    Written hiding(Written line) {
        Written shown = line;
        for (Slice secret : secrets.reversed()) {
            shown = shown.hiding(secret);
        }
        return shown;
    }

    /** A line as it stands on the wire, in which only names of the environment have to be known. */
    String line(int blank) {
        String line = word(blank).text();
        uses.addAll(Template.environment(line));
        return line;
    }

    boolean has(int blank) {
        return values.get(blank) != null;
    }

    /** What fills a blank that is not left out, as it stands there. */
    Slice word(int blank) {
        return Objects.requireNonNull(values.get(blank));
    }

    int number(int blank) {
        return Integer.parseInt(word(blank).text()); // the blank took nothing else
    }

    /** The names of the captures that all these texts need. */
    List<String> uses() {
        return uses;
    }

    List<@Nullable Pattern> patterns() throws Mistake {
        List<@Nullable Pattern> patterns = new ArrayList<>();
        for (Slice value : values) {
            patterns.add(value == null ? null : Pattern.read(value));
        }
        return patterns;
    }
}
