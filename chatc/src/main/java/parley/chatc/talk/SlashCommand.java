package parley.chatc.talk;

import java.util.Arrays;
import java.util.List;

/**
 * A command that can be typed.
 *
 * @param word what is typed after the slash
 * @param arguments their names, as people read them; one in brackets may be missing, and the last takes the rest of the
 *        line
 * @param help what it does, in a few words
 */
record SlashCommand(String word, String arguments, String help, Deed deed) {

    /** Does what was typed; of the arguments there are at least those that may not be missing. */
    interface Deed {
        void execute(Deeds deeds, List<String> arguments);
    }

    /** The names of the arguments, without brackets. */
    List<String> names() {
        return arguments.isEmpty() ? List.of() : List.of(arguments.replaceAll("[\\[\\]]", "").split(" "));
    }

    /** How many arguments there must be. */
    int least() {
        return arguments.isEmpty()
                ? 0
                : (int) Arrays.stream(arguments.split(" ")).filter(name -> !name.startsWith("[")).count();
    }

    /** Whether somebody typed a secret with it, which is not to be remembered. */
    boolean hasSecret(String rest) {
        int secret = names().indexOf("KEY");
        return secret >= 0 && split(rest).size() > secret;
    }

    /** How it goes, without the slash. */
    String usage() {
        return word + (arguments.isEmpty() ? "" : " " + arguments);
    }

    /** The arguments in what was typed after the word. */
    List<String> split(String rest) {
        return rest.isBlank() ? List.of() : List.of(rest.strip().split("\\s+", Math.max(1, names().size())));
    }
}
