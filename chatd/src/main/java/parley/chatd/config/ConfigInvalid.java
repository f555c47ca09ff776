package parley.chatd.config;

import java.util.List;

/** A configuration that a server cannot run with. Each problem is a line for the person who wrote it. */
public final class ConfigInvalid extends Exception {

    private static final long serialVersionUID = 1L;

    ConfigInvalid(List<String> problems) {
        super(String.join("\n", problems));
    }
}
