package parley.scenarios.language;

import java.util.Map;

/** What came of holding a pattern against a text. */
public sealed interface Match {

    /**
     * It fits.
     *
     * @param captures all that is captured now: what was known before, and what this text added
     */
    record Yes(Map<String, String> captures) implements Match {
        public Yes {
            captures = Map.copyOf(captures);
        }
    }

    /**
     * It does not.
     *
     * @param at the index in the text where they part
     */
    record No(int at) implements Match {
    }
}
