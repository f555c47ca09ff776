package parley.chatd.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import parley.chatd.config.Listening.DialectName;
import parley.chatd.core.Account;
import parley.chatd.core.AddressRange;
import parley.chatd.core.Pace;
import parley.chatd.core.Settings;
import parley.chatd.core.Settings.Limits;
import parley.chatd.dialect.irc.IrcNames;
import parley.chatd.engine.Retention;
import parley.chatd.engine.Retentions;
import parley.chatd.net.Bounds;
import parley.chatd.toml.Section;
import parley.protocol.Address;
import parley.protocol.text.FileTrouble;

/** Reads a configuration file (TOML 1.0). Every key is documented in the module's README. */
public final class ConfigFile {

    private final Config standard = Config.standard();
    private final List<String> problems = new ArrayList<>();
    private final Listeners listeners;

    private ConfigFile(Path folder, Consumer<String> warn) {
        listeners = new Listeners(folder, warn);
    }

    /**
     * Reads a file.
     *
     * @throws ConfigInvalid naming line and column of everything that is wrong
     */
    public static Config read(Path file) throws ConfigInvalid {
        return parse(file, text(file), warning -> {
        });
    }

    /** Reads what stands in a file, whatever it means. */
    public static String text(Path file) throws ConfigInvalid {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new ConfigInvalid(List.of(file + ": is not UTF-8, which TOML has to be"));
        } catch (IOException e) {
            throw new ConfigInvalid(List.of(FileTrouble.reading("configuration file", file, e)));
        }
    }

    /**
     * Reads what stands in a file.
     *
     * @param warn takes what is not wrong, but hardly meant, a sentence each
     * @throws ConfigInvalid naming line and column of everything that is wrong
     */
    public static Config parse(Path file, String text, Consumer<String> warn) throws ConfigInvalid {
        return parse(file.toString(), text, file.toAbsolutePath().resolveSibling(""), warn);
    }

    /** Reads a text; {@code source} is what problems call it. */
    public static Config parse(String source, String text) throws ConfigInvalid {
        return parse(source, text, Path.of(""), warning -> {
        });
    }

    private static Config parse(String source, String text, Path folder, Consumer<String> warn) throws ConfigInvalid {
        return new ConfigFile(folder, warn).config(source, text);
    }

    private Config config(String source, String text) throws ConfigInvalid {
        Section top = Section.of(source, text, problems);
        if (!problems.isEmpty()) {
            throw new ConfigInvalid(problems); // what it lacks is not known where it cannot be read
        }
        Section limits = top.section("limits");
        Section history = top.section("history");
        Section log = top.section("log");
        Section metrics = top.section("metrics");
        Section irc = top.section("irc");
        Section record = top.section("record");
        List<AddressRange> exempt = exempt(limits);
        Limits bounds = limits(limits, exempt);
        Map<String, Account> accounts = Accounts.read(top, bounds.nickLength());
        Retention usual = retention(history);
        StandingRooms rooms = new StandingRooms(accounts, bounds.nickLength(), usual);
        Settings settings = new Settings(top.text("name", standard.settings().server()), top.text("motd", ""),
                rooms.read(top, standard.settings().rooms()), accounts, bounds);
        List<Listening> listen = listeners.read(top, standard.listen());
        Config config = new Config(listen, settings, bounds(limits, exempt),
                history(history, new Retentions(usual, rooms.retentions())), log(log), metrics(metrics),
                irc(irc, listen), record(record));
        List.of(top, limits, history, log, metrics, irc, record).forEach(Section::end);
        if (!problems.isEmpty()) {
            throw new ConfigInvalid(problems);
        }
        return config;
    }

    private Limits limits(Section limits, List<AddressRange> exempt) {
        Limits standing = standard.settings().limits();
        return new Limits(limits.count("nick_length", standing.nickLength(), 1, 64),
                limits.count("text_bytes", standing.textBytes(), 1, Section.MOST),
                limits.count("rooms", standing.rooms(), 1, Section.MOST),
                limits.count("recall", standing.recall(), 1, Section.MOST),
                limits.count("restrictions", standing.restrictions(), 1, Section.MOST),
                limits.duration("hello", standing.hello()), limits.duration("idle", standing.idle()),
                pace(limits, standing.pace(), exempt));
    }

    private static Pace pace(Section limits, Pace standing, List<AddressRange> exempt) {
        return new Pace(limits.count("commands_per_second", standing.perSecond(), 1, Section.MOST),
                limits.count("burst", standing.burst(), 1, Section.MOST), exempt);
    }

    /** Who is bound neither to a pace nor to a number of connections. */
    private static List<AddressRange> exempt(Section limits) {
        List<AddressRange> ranges = new ArrayList<>();
        for (String text : limits.texts("exempt",
                Pace.DEFAULT.exempt().stream().map(AddressRange::toString).toList())) {
            AddressRange.read(text).ifPresentOrElse(ranges::add, () -> limits.problem("exempt",
                    "is a list of addresses and networks like \"10.0.0.0/8\"; \"" + text + "\" is neither"));
        }
        return ranges;
    }

    private Config.History history(Section history, Retentions retentions) {
        Config.History standing = standard.history();
        return new Config.History(history.path("file", Path.of("")).orElse(standing.file()),
                history.word("durability", standing.durability()), retentions);
    }

    private Retention retention(Section history) {
        Retention usual = standard.history().retentions().usual();
        return new Retention(history.count("messages", usual.messages(), 1, Section.MOST),
                history.duration("age", usual.age()));
    }

    private static Optional<Address> metrics(Section metrics) {
        String text = metrics.text("listen", "");
        return text.isEmpty() ? Optional.empty() : metrics.address("listen", text, Section.ADDRESS);
    }

    private static Optional<Config.Recording> record(Section record) {
        List<String> redact = record.texts("redact", List.of());
        for (String regex : redact) {
            try {
                var _ = Pattern.compile(regex);
            } catch (PatternSyntaxException e) {
                record.problem("redact", "is a list of regular expressions; \"" + regex + "\" is none: "
                        + e.getDescription());
            }
        }
        return record.path("file", Path.of("")).map(file -> new Config.Recording(file, redact));
    }

    private static IrcNames irc(Section irc, List<Listening> listen) {
        IrcNames standard = IrcNames.DEFAULT;
        return new IrcNames(word(irc, "name", standard.server()), word(irc, "network", standard.network()),
                irc.texts("admin", standard.admin()), sts(irc, listen));
    }

    /** For how long, if that is said; the port is that of the first listener for IRC with TLS. */
    private static Optional<IrcNames.Sts> sts(Section irc, List<Listening> listen) {
        Duration duration = irc.duration("sts", Duration.ZERO);
        Optional<Listening> secure = listen.stream()
                .filter(it -> it.dialect() == DialectName.IRC && it.tls().isPresent()).findFirst();
        if (!duration.isZero() && secure.isEmpty()) {
            irc.problem("sts", "has a meaning only with a listener for IRC that speaks TLS");
        }
        return duration.isZero()
                ? Optional.empty()
                : secure.map(it -> new IrcNames.Sts(it.address().port(), duration));
    }

    private static String word(Section section, String key, String otherwise) {
        String word = section.text(key, otherwise);
        if (!word.matches("[^\\s:][^\\s]{0,62}")) {
            section.problem(key, "is one word of at most 63 characters, without a colon before it");
            return otherwise;
        }
        return word;
    }

    private static Config.Log log(Section log) {
        return new Config.Log(log.word("format", Config.Log.DEFAULT.format()),
                log.word("level", Config.Log.DEFAULT.level()));
    }

    private Bounds bounds(Section limits, List<AddressRange> exempt) {
        return new Bounds(limits.count("line_bytes", Bounds.DEFAULT.lineBytes(), 512, Section.MOST),
                limits.count("outbox_bytes", Bounds.DEFAULT.outboxBytes(), 4096, Section.MOST),
                limits.count("connections", Bounds.DEFAULT.connections(), 1, Section.MOST),
                limits.count("connections_per_address", Bounds.DEFAULT.connectionsPerAddress(), 1, Section.MOST),
                exempt);
    }
}
