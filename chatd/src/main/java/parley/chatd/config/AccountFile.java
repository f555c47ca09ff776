package parley.chatd.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import parley.chatd.accounts.StoredPassword;

/** Writes an account into a configuration file, and leaves everything else in it as it stands. */
public final class AccountFile {

    private static final Pattern VALUE = Pattern.compile("(password\"?\\s*=\\s*)(\"[^\"]*\"|'[^']*')");

    private AccountFile() {
    }

    /** The lines of an account that is not there yet. */
    public static String table(String nick, StoredPassword stored) {
        return "[accounts." + key(nick) + "]\npassword = \"" + stored.text() + "\"\n";
    }

    /**
     * Sets the password of an account, which is added if it is not there. The file is replaced as a whole or not at all.
     *
     * @throws ConfigInvalid if the file is no configuration, before or after
     */
    public static void setPassword(Path file, String nick, StoredPassword stored) throws ConfigInvalid, IOException {
        String before = ConfigFile.text(file);
        String after = withPassword(before, nick, stored);
        ConfigFile.parse(file, after, warning -> {
        });
        Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), file.getFileName() + ".", ".new");
        try {
            Files.writeString(draft, after);
            Files.setPosixFilePermissions(draft, Files.getPosixFilePermissions(file));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static String withPassword(String text, String nick, StoredPassword stored) throws ConfigInvalid {
        TomlParseResult toml = Toml.parse(text);
        TomlPosition password = position(toml, List.of("accounts", nick, "password"));
        TomlPosition account = position(toml, List.of("accounts", nick));
        List<String> lines = new ArrayList<>(text.lines().toList());
        if (password != null) {
            lines.set(password.line() - 1, replaced(lines.get(password.line() - 1), password.line(), stored));
        } else if (account != null && lines.get(account.line() - 1).strip().endsWith("]")) {
            lines.add(account.line(), "password = \"" + stored.text() + "\"");
        } else {
            return text + (text.isEmpty() || text.endsWith("\n") ? "" : "\n") + "\n" + table(nick, stored);
        }
        return String.join("\n", lines) + "\n";
    }

    private static @Nullable TomlPosition position(TomlParseResult toml, List<String> path) {
        return toml.get(path) == null ? null : toml.inputPositionOf(path);
    }

    private static String replaced(String line, int number, StoredPassword stored) throws ConfigInvalid {
        Matcher matcher = VALUE.matcher(line);
        if (!matcher.find()) {
            throw new ConfigInvalid(
                    List.of("line " + number
                            + " has the password in a way that cannot be replaced; put it on one line of its own, like password = \"…\""));
        }
        return matcher.replaceFirst("$1" + Matcher.quoteReplacement('"' + stored.text() + '"'));
    }

    /** A key that is not only letters, digits, - and _ stands in quotes; a nick has neither quotes nor backslashes. */
    private static String key(String nick) {
        return nick.matches("[A-Za-z0-9_-]+") ? nick : '"' + nick + '"';
    }
}
