package parley.scenarios.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What fills the blanks of a form in one line; null where something was left out. */
record Slots(List<@Nullable Slice> values) {

    Template text(int blank) throws Mistake {
        return Template.read(word(blank));
    }

    @Nullable Template textOrNull(int blank) throws Mistake {
        return values.get(blank) == null ? null : text(blank);
    }

    /** What fills a blank that is not left out, as it stands there. */
    Slice word(int blank) {
        return Objects.requireNonNull(values.get(blank));
    }

    List<@Nullable Pattern> patterns() throws Mistake {
        List<@Nullable Pattern> patterns = new ArrayList<>();
        for (Slice value : values) {
            patterns.add(value == null ? null : Pattern.read(value));
        }
        return patterns;
    }
}
