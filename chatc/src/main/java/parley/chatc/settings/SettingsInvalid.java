package parley.chatc.settings;

import java.util.List;

/** The settings cannot be used as they are. The message says where and why. */
public final class SettingsInvalid extends Exception {

    private static final long serialVersionUID = 1L;

    SettingsInvalid(String problem) {
        super(problem);
    }

    SettingsInvalid(List<String> problems) {
        super(String.join("\n", problems));
    }
}
