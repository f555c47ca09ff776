package parley.scenarios;

/**
 * What came of a run.
 *
 * @param passed how many scenarios did all they say
 * @param failed how many did not
 * @param broken how many files could not be found, read or understood
 */
public record Result(int passed, int failed, int broken) {

    /** 0 if all passed, 1 if a scenario failed, 2 if a file could not be read or understood. */
    public int exitStatus() {
        if (broken > 0) {
            return 2;
        }
        return failed > 0 ? 1 : 0;
    }
}
