package parley.scenarios.language;

/** What can happen to the server of a scenario. */
public enum ServerFate {
    /** It says goodbye to all, ends, and starts again with the history it had. */
    RESTARTS("server restarts"),
    /** It is gone from one moment to the next: nobody is told. What it had answered, it still has when it starts. */
    IS_KILLED("server is killed"),
    /** It starts again with the history it had. */
    STARTS("server starts");

    private final String words;

    ServerFate(String words) {
        this.words = words;
    }

    /** How a step has it. */
    String words() {
        return words;
    }
}
