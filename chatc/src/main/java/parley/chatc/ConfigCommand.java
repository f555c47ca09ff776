package parley.chatc;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import parley.chatc.settings.Key;
import parley.chatc.settings.Setting;
import parley.chatc.settings.Settings;
import parley.chatc.text.SafeText;
import picocli.CommandLine.Command;

/** {@code chatc config}. */
@Command(name = "config", versionProvider = Chatc.Version.class, mixinStandardHelpOptions = true, sortOptions = false,
        description = {"Prints what is in force and where each value comes from, with tabs between: name, value,"
                + " origin. No server is asked."},
        footer = {"", "A flag comes before a variable, a variable before the settings of the server it is about, those"
                + " before the settings for all servers. The file is ~/.config/chatc/config.toml, or below"
                + " XDG_CONFIG_HOME if that is set:", "",
                "  server = \"work\"",
                "  [servers.work]", "  address = \"chat.example.org:7667\"", "  nick = \"alice\"", "  room = \"dev\"",
                "  password_file = \"work.password\"",
                "  tls = true", "",
                "Examples:", "  chatc config                       what is in force",
                "  chatc config --server work         what is in force for that server"})
final class ConfigCommand implements Callable<Integer> {

    private final Chatc chatc;

    ConfigCommand(Chatc chatc) {
        this.chatc = chatc;
    }

    private record Row(String name, String value, String from) {
    }

    @Override
    public Integer call() throws Complaint {
        List<Row> rows = rows(chatc.shell(), chatc.options());
        if (chatc.options().json()) {
            chatc.shell().out().println(SafeText.json(json(rows)));
        } else {
            rows.forEach(row -> chatc.shell().out()
                    .println(row.name() + "\t" + SafeText.line(row.value()) + "\t" + SafeText.line(row.from())));
        }
        return Status.DONE;
    }

    private static List<Row> rows(Shell shell, Options options) throws Complaint {
        Settings settings = options.settings(shell);
        Optional<String> password = options.passwords(shell).from();
        return List.of(new Row("server", options.server(shell).toString(), from(settings, Key.SERVER, "by default")),
                new Row("nick", options.nick(shell).nick(),
                        from(settings, Key.NICK, "your login name; if it is taken, the next that is free")),
                new Row("room", options.room(shell).orElse(""),
                        from(settings, Key.ROOM, "the first in which the server seats everyone")),
                new Row("password", password.isPresent() ? "set" : "", password.orElse("none is set")),
                new Row("tls", settings.tls().isPresent() ? "on" : "",
                        settings.tls().map(Setting::from).orElse("nothing asks for it")),
                new Row("irc", settings.of(Key.IRC).isPresent() ? "on" : "",
                        from(settings, Key.IRC, "nothing asks for it: JSON lines are spoken")),
                new Row("servers", String.join(" ", settings.servers()), file(settings)));
    }

    private static String from(Settings settings, Key key, String otherwise) {
        return settings.of(key).map(Setting::from).orElse(otherwise);
    }

    private static String file(Settings settings) {
        return settings.path().map(path -> path + (Files.exists(path) ? "" : ", which is not there"))
                .orElse("no file: neither XDG_CONFIG_HOME nor HOME is set");
    }

    private static String json(List<Row> rows) {
        JsonObject object = new JsonObject();
        for (Row row : rows) {
            JsonObject value = new JsonObject();
            value.addProperty("value", row.value());
            value.addProperty("from", row.from());
            object.add(row.name(), value);
        }
        return object.toString();
    }
}
