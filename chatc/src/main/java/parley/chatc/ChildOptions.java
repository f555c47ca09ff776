package parley.chatc;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import parley.chatc.job.Child;
import parley.chatc.job.Recipe;
import parley.chatc.settings.Key;
import parley.protocol.Address;

/** Runs a command that talks to a server of chatc's own, and tells it where that is. */
final class ChildOptions {

    static final String DESCRIPTION = "What to run, and its arguments; {host}, {port} and {server} in them stand for"
            + " where to connect to, which is in the environment as CHATC_HOST, CHATC_PORT and CHATC_SERVER as well.";

    private ChildOptions() {
    }

    /** Whether there is such a command; to be asked before anything else is begun. */
    static void check(Shell shell, List<String> command) throws Complaint {
        if (!new Recipe(command, shell.env(), Duration.ZERO).canRun()) {
            throw new Complaint(Status.USAGE, "there is no command " + command.getFirst() + " that can be run");
        }
    }

    /** Starts it. */
    static Child start(Shell shell, List<String> command, Address server) throws Complaint {
        return start(shell, command, server, Map.of());
    }

    /** The same with more variables in its environment. */
    static Child start(Shell shell, List<String> command, Address server, Map<String, String> more) throws Complaint {
        Map<String, String> environment = environment(shell, server);
        environment.putAll(more);
        Recipe recipe = new Recipe(command.stream().map(word -> fill(word, server)).toList(), environment,
                Duration.ZERO);
        try {
            boolean terminal = shell.inIsTerminal() || shell.outIsTerminal();
            return terminal ? Child.atTerminal(recipe) : Child.piped(recipe, shell.in(), new JobStreams(shell, null));
        } catch (IOException e) {
            throw new Complaint(Status.USAGE, String.valueOf(e.getMessage()));
        }
    }

    private static String fill(String word, Address server) {
        return word.replace("{host}", server.host()).replace("{port}", Integer.toString(server.port()))
                .replace("{server}", server.toString());
    }

    private static Map<String, String> environment(Shell shell, Address server) {
        Map<String, String> environment = new TreeMap<>(shell.env());
        for (Key key : new Key[]{Key.TLS, Key.TLS_CA, Key.TLS_CERT, Key.TLS_KEY}) {
            environment.remove(key.variable()); // they are about the server that is stood in for
        }
        environment.put(Key.SERVER.variable(), server.toString());
        environment.put("CHATC_HOST", server.host());
        environment.put("CHATC_PORT", Integer.toString(server.port()));
        return environment;
    }
}
