package parley.scenarios.recording;

import java.util.List;

/**
 * What came of a play.
 *
 * @param findings in what the run was not as it was recorded, each in words; none if it was
 * @param agreed how many lines were as they should be
 * @param timedOut whether it ended because nothing came any more
 */
public record Verdict(List<String> findings, long agreed, boolean timedOut) {

    public Verdict {
        findings = List.copyOf(findings);
    }

    /** Whether all was as it was recorded. */
    public boolean passed() {
        return findings.isEmpty();
    }
}
