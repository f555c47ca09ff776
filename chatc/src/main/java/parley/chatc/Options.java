package parley.chatc;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.chatc.session.NickWish;
import parley.chatc.session.Opening;
import parley.chatc.session.Session;
import parley.protocol.Address;
import parley.protocol.client.Listener;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/** The options that every command has, before or after its name, and the variables that stand for them. */
final class Options {

    static final String ROOM_LABEL = "ROOM";

    @Option(names = "--server", paramLabel = "HOST:PORT", scope = ScopeType.INHERIT, converter = ToAddress.class,
            description = "The server; otherwise CHATC_SERVER, otherwise 127.0.0.1:7667.")
    private @Nullable Address server;

    @Option(names = "--nick", paramLabel = "NICK", scope = ScopeType.INHERIT,
            description = "Be called this and nothing else; otherwise CHATC_NICK, otherwise your login name or,"
                    + " if that is taken, the next free one: alice, alice2, alice3.")
    private @Nullable String nick;

    @Option(names = "--room", paramLabel = ROOM_LABEL, scope = ScopeType.INHERIT,
            description = "The room, with or without its #; otherwise CHATC_ROOM, otherwise the first in which the"
                    + " server seats everyone.")
    private @Nullable String room;

    @Option(names = "--json", scope = ScopeType.INHERIT,
            description = "Print what the server sent as JSON, one object a line.")
    private boolean json;

    /** Reads an address, or says what is wrong with it. */
    static final class ToAddress implements ITypeConverter<Address> {
        @Override
        public Address convert(String value) {
            try {
                return Address.parse(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }

    boolean json() {
        return json;
    }

    /** The server that was named in the arguments: what runs scenarios is not turned on a server by the environment. */
    Optional<Address> serverAsked() {
        return Optional.ofNullable(server);
    }

    Address server(Shell shell) throws Complaint {
        if (server != null) {
            return server;
        }
        String named = shell.variable("CHATC_SERVER").orElse("");
        try {
            return named.isEmpty() ? Address.DEFAULT : Address.parse(named);
        } catch (IllegalArgumentException e) {
            throw new Complaint(Status.USAGE, "CHATC_SERVER: " + e.getMessage());
        }
    }

    NickWish nick(Shell shell) {
        return Optional.ofNullable(nick).or(() -> shell.variable("CHATC_NICK")).map(NickWish::exactly)
                .orElseGet(() -> NickWish.like(shell.login()));
    }

    /** The room asked for, with its {@code #}; empty if none was. */
    Optional<String> room(Shell shell) {
        return Optional.ofNullable(room).or(() -> shell.variable("CHATC_ROOM")).map(Options::roomName);
    }

    /** In a shell an unquoted {@code #lobby} is a comment, so that its {@code #} may be left out. */
    static String roomName(String name) {
        return name.startsWith("#") ? name : "#" + name;
    }

    /**
     * How a session is opened, once or again.
     *
     * @param echo whether its listener is to be told what this client itself does
     */
    Opening opening(Shell shell, boolean echo) throws Complaint {
        Address to = server(shell);
        return (wish, resume, listener) -> Session.open(to, wish, echo, resume, listener);
    }

    /** Connects and says hello. */
    Session open(Shell shell, boolean echo, Listener listener) throws Exception {
        return opening(shell, echo).open(nick(shell), Map.of(), listener);
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
