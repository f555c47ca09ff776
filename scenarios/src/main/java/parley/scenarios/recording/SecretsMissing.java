package parley.scenarios.recording;

import java.nio.file.Path;
import java.util.Collection;

/** A recording needs secrets that the environment does not have. The message names them, for people. */
public final class SecretsMissing extends Exception {

    private static final long serialVersionUID = 1L;

    SecretsMissing(Path file, Collection<String> names) {
        super(file + " needs " + String.join(", ", names) + ": set " + (names.size() == 1 ? "this variable" : "each")
                + " to the secret that it stands for");
    }
}
