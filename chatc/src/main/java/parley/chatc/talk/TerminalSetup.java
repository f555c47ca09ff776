package parley.chatc.talk;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How the person wants the terminal to be.
 *
 * @param colour whether to use colours
 * @param bell whether to ring when somebody is spoken to
 * @param history the file that keeps what was typed from one run to the next; empty for none
 */
public record TerminalSetup(boolean colour, boolean bell, Optional<Path> history) {

    /** As the environment has it: no colour with {@code NO_COLOR}; no bell with
     * {@code CHATC_BELL=off}; the file is in {@code XDG_STATE_HOME}. */
    public static TerminalSetup of(Map<String, String> env) {
        return new TerminalSetup(env.getOrDefault("NO_COLOR", "").isEmpty(),
                !env.getOrDefault("CHATC_BELL", "").equals("off"), stateHome(env).map(
                        home -> home.resolve("chatc").resolve("history")));
    }

    /** A relative path counts as none (XDG Base Directory Specification). */
    private static Optional<Path> stateHome(Map<String, String> env) {
        return Optional.ofNullable(env.get("XDG_STATE_HOME")).filter(home -> home.startsWith("/")).map(Path::of)
                .or(() -> Optional.ofNullable(env.get("HOME")).filter(home -> home.startsWith("/"))
                        .map(home -> Path.of(home, ".local", "state")));
    }
}
