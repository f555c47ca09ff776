package parley.chatc.settings;

/**
 * A value, and where it comes from: a flag, a variable, or a place in the file.
 *
 * @param from for people, like {@code --nick}, {@code CHATC_NICK} or {@code /home/alice/.config/chatc/config.toml:3:1}
 */
public record Setting(String value, String from) {
}
