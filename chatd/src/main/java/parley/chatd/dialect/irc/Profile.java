package parley.chatd.dialect.irc;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What only IRC knows of somebody.
 *
 * @param away why they are away; null if they are not
 * @param spoke when they last said something
 * @param modes the letters of their user modes
 */
record Profile(String realName, @Nullable String away, Instant spoke, String modes) {

    static final Profile NEW = new Profile("", null, Instant.EPOCH, "");

    Profile withRealName(String name) {
        return new Profile(name, away, spoke, modes);
    }

    Profile withAway(@Nullable String message) {
        return new Profile(realName, message, spoke, modes);
    }

    Profile speaking(Instant now) {
        return new Profile(realName, away, now, modes);
    }

    Profile with(char mode, boolean on) {
        String others = modes.replace(String.valueOf(mode), "");
        return new Profile(realName, away, spoke, on ? others + mode : others);
    }

    boolean has(char mode) {
        return modes.indexOf(mode) >= 0;
    }
}
