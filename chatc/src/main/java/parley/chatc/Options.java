package parley.chatc;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.chatc.session.Contact;
import parley.chatc.session.LastingSession;
import parley.chatc.session.Login;
import parley.chatc.session.NickWish;
import parley.chatc.session.Rhythm;
import parley.chatc.session.Server;
import parley.chatc.session.Session;
import parley.chatc.settings.Key;
import parley.chatc.settings.Settings;
import parley.chatc.settings.SettingsInvalid;
import parley.protocol.Address;
import parley.protocol.Dialect;
import parley.protocol.Password;
import parley.protocol.client.Listener;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command has, before or after its name. */
final class Options {

    static final String ROOM_LABEL = "ROOM";

    @Option(names = "--server", paramLabel = "HOST:PORT|NAME", scope = ScopeType.INHERIT,
            description = "The server, by its address or its name in the settings; otherwise CHATC_SERVER, otherwise"
                    + " what the settings say, otherwise 127.0.0.1:7667.")
    private @Nullable String server;

    @Option(names = "--nick", paramLabel = "NICK", scope = ScopeType.INHERIT,
            description = "Be called this and nothing else; otherwise CHATC_NICK, otherwise what the settings say, otherwise your login name or,"
                    + " if that is taken, the next free one: alice, alice2, alice3.")
    private @Nullable String nick;

    @Option(names = "--room", paramLabel = ROOM_LABEL, scope = ScopeType.INHERIT,
            description = "The room, with or without its #; otherwise CHATC_ROOM, otherwise what the settings say, otherwise the first in which the"
                    + " server seats everyone.")
    private @Nullable String room;

    @Option(names = "--json", scope = ScopeType.INHERIT,
            description = "Print what the server sent as JSON, one object a line.")
    private boolean json;

    @Option(names = "--irc", scope = ScopeType.INHERIT,
            description = "The server speaks IRC, not JSON lines; otherwise CHATC_IRC, otherwise what the settings say.")
    private boolean irc;

    @Option(names = Passwords.FILE, paramLabel = "FILE", scope = ScopeType.INHERIT,
            description = "The password of the nick's account is the first line of this file; otherwise it is"
                    + " CHATC_PASSWORD, otherwise what the settings say.")
    private @Nullable Path passwordFile;

    @Option(names = Passwords.ASK, scope = ScopeType.INHERIT,
            description = "Ask for the password at the terminal.")
    private boolean askPassword;

    @Mixin
    private final TlsOptions tls = new TlsOptions();

    private @Nullable Settings settings;
    private @Nullable Address through;

    boolean json() {
        return json;
    }

    /** All that is set in any place. */
    Settings settings(Shell shell) throws Complaint {
        if (settings == null) {
            settings = read(shell);
        }
        return settings;
    }

    private Settings read(Shell shell) throws Complaint {
        Map<Key, String> flags = new EnumMap<>(Key.class);
        put(flags, Key.SERVER, server);
        put(flags, Key.NICK, nick);
        put(flags, Key.ROOM, room);
        put(flags, Key.PASSWORD_FILE, passwordFile);
        put(flags, Key.IRC, irc ? "true" : null);
        flags.putAll(tls.asked());
        try {
            return new Settings(flags, shell.env());
        } catch (SettingsInvalid e) {
            throw complaint(e);
        }
    }

    private static void put(Map<Key, String> flags, Key key, @Nullable Object value) {
        if (value != null) {
            flags.put(key, value.toString());
        }
    }

    private static Complaint complaint(SettingsInvalid e) {
        return new Complaint(Status.USAGE, String.valueOf(e.getMessage()).lines().toList());
    }

    /** The server that was named in the arguments: what runs scenarios is not turned on a server by the environment. */
    Optional<Address> serverAsked(Shell shell) throws Complaint {
        return server == null ? Optional.empty() : Optional.of(server(shell));
    }

    Address server(Shell shell) throws Complaint {
        try {
            return settings(shell).server();
        } catch (SettingsInvalid e) {
            throw complaint(e);
        }
    }

    /** The server, and the way to it. */
    Server way(Shell shell) throws Complaint {
        return new Server(server(shell), TlsOptions.read(settings(shell)), dialect(shell), through);
    }

    /** What is spoken there. */
    Dialect dialect(Shell shell) throws Complaint {
        return settings(shell).of(Key.IRC).isPresent() ? Dialect.IRC : Dialect.JSON;
    }

    /** What the arguments say is spoken: what runs scenarios goes by nothing else. */
    Dialect dialectAsked() {
        return irc ? Dialect.IRC : Dialect.JSON;
    }

    /** From now on, connections to the server go through what listens there, in the clear. */
    void goThrough(Address address) {
        through = address;
    }

    /** Whether the arguments ask for TLS. */
    boolean asksForTls() {
        return !tls.asked().isEmpty();
    }

    /** What the arguments say about TLS. */
    TlsOptions tls() {
        return tls;
    }

    /** The nick that is set or, so that a script needs none, one like the login name. */
    NickWish nick(Shell shell) throws Complaint {
        return settings(shell).of(Key.NICK).map(it -> NickWish.exactly(it.value()))
                .orElseGet(() -> NickWish.like(shell.login()));
    }

    /** Where to go and as whom. Whoever has a password has an account, whose nick no other will do for. */
    Login login(Shell shell) throws Complaint {
        NickWish wish = nick(shell);
        Optional<Password> password = passwords(shell).read(wish.nick());
        return new Login(way(shell), password.isPresent() ? NickWish.exactly(wish.nick()) : wish,
                password.orElse(null));
    }

    Passwords passwords(Shell shell) throws Complaint {
        return new Passwords(shell, settings(shell), askPassword);
    }

    /** The room asked for, with its {@code #}; empty if none was. */
    Optional<String> room(Shell shell) throws Complaint {
        return settings(shell).of(Key.ROOM).map(it -> roomName(it.value()));
    }

    /** In a shell an unquoted {@code #lobby} is a comment, so that its {@code #} may be left out. */
    static String roomName(String name) {
        return name.startsWith("#") ? name : "#" + name;
    }

    /** Connects and says hello. */
    Session open(Shell shell, boolean echo, Listener listener) throws Exception {
        return Session.open(login(shell), echo, listener);
    }

    /** The same, and again whenever the connection is lost. */
    LastingSession openLasting(Shell shell, Listener listener, Consumer<Contact> contacts) throws Exception {
        Login login = login(shell);
        return LastingSession.open(login.opening(false), login.wish(), Rhythm.USUAL, listener, contacts);
    }

    /** Takes a seat in the room asked for, and returns its name as the server spells it. */
    String enter(Session session, Shell shell) throws Exception {
        return session.enter(roomOrFirst(room(shell), session));
    }

    /** The room asked for, or else the first of those where the server seats everyone. */
    static String roomOrFirst(Optional<String> asked, Session session) throws Complaint {
        if (asked.isEmpty() && session.welcomed().rooms().isEmpty()) {
            throw new Complaint(Status.USAGE,
                    "the server at " + session.server() + " seats nobody in a room; name one with --room");
        }
        return asked.orElseGet(() -> session.welcomed().rooms().getFirst());
    }
}
