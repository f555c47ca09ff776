package parley.scenarios.junit;

import parley.scenarios.language.Quoted;

/**
 * A client of a test. Each method is one step of the scenario language: it returns when the server has answered, or
 * when what was to be seen has come, and waits no longer than that. All of them fail with an {@link AssertionError}
 * that tells what came instead.
 */
public final class ChatClient {

    private final ChatServer server;
    private final String name;

    ChatClient(ChatServer server, String name) {
        this.server = server;
        this.name = name;
    }

    /** What steps call it. */
    public String name() {
        return name;
    }

    /**
     * Does something.
     *
     * @param deed a step without its subject: {@code joins #garden}, {@code drops}, {@code renames to alicia}
     */
    public ChatClient does(String deed) throws InterruptedException {
        server.step(name + " " + deed);
        return this;
    }

    /**
     * Says something, in the only room it is in, or in the lobby.
     *
     * @param text as it is; nothing in it has a meaning of its own
     */
    public ChatClient says(String text) throws InterruptedException {
        return does("says " + Quoted.text(text));
    }

    /**
     * Waits until it sees this.
     *
     * @param sight what is behind {@code sees} in the language: {@code bob say hello, {what}}
     */
    public ChatClient sees(String sight) throws InterruptedException {
        return does("sees " + sight);
    }

    /** Sees this next, and nothing besides it. */
    public ChatClient seesNothingBut(String sight) throws InterruptedException {
        return does("sees nothing but " + sight);
    }

    /** Has seen all that came to it, of what everybody did so far. */
    public ChatClient seesNothing() throws InterruptedException {
        return does("sees nothing");
    }

    /** This has not come to it, of what everybody did so far. */
    public ChatClient doesNotSee(String sight) throws InterruptedException {
        return does("does not see " + sight);
    }
}
