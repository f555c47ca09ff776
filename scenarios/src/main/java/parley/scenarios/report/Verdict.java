package parley.scenarios.report;

import com.google.gson.annotations.SerializedName;

/** What came of a scenario, or of one of its steps. */
public enum Verdict {
    /** All came as it should. */
    @SerializedName("passed")
    PASSED("passed"),
    /** Something did not. */
    @SerializedName("failed")
    FAILED("failed"),
    /** The file could not be found, read or understood. */
    @SerializedName("broken")
    BROKEN("broken"),
    /** Nobody came as far as this step, because one before it failed. */
    @SerializedName("not-played")
    NOT_PLAYED("not-played");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    /** As reports have it: {@code passed}. */
    public String word() {
        return word;
    }
}
