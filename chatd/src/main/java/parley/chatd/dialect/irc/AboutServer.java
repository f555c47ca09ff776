package parley.chatd.dialect.irc;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import parley.chatd.core.ChatServer;
import parley.chatd.core.Glob;
import parley.chatd.core.View.Somebody;
import parley.chatd.dialect.irc.Verb.Handler;
import parley.protocol.irc.IrcLine;
import parley.protocol.irc.Numeric;

/** What the server says of itself: the welcome, MOTD, LUSERS, VERSION, TIME, INFO, ADMIN. */
final class AboutServer {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE MMM dd uuuu 'at' HH:mm:ss 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    /** User modes: invisible, operator, wallops, bot. */
    private static final String USER_MODES = "iowB";

    private AboutServer() {
    }

    /** What everybody is told who is welcome. */
    static List<IrcLine> welcome(IrcSession client) {
        IrcNetwork network = client.network();
        String version = version(network);
        List<IrcLine> lines = new ArrayList<>();
        lines.add(client.saying(Numeric.RPL_WELCOME, "Welcome to the " + network.names().network() + " Network, "
                + Sources.of(client.nick())));
        lines.add(client.saying(Numeric.RPL_YOURHOST,
                "Your host is " + network.name() + ", running version " + version));
        lines.add(client.saying(Numeric.RPL_CREATED, "This server was created " + TIME.format(network.begun())));
        lines.add(client.numeric(Numeric.RPL_MYINFO, network.name(), version, USER_MODES, "Ibeiklmnoqstv"));
        lines.addAll(Isupport.lines(client));
        lines.addAll(lusersLines(client));
        lines.addAll(motdLines(client));
        return lines;
    }

    /** A time for people. */
    static String time(Instant at) {
        return TIME.format(at);
    }

    private static String version(IrcNetwork network) {
        return network.chat().settings().server().replace(' ', '-');
    }

    /** Does something that a client may ask of any server: there is this one only. */
    static Handler here(Consumer<IrcSession> deed) {
        return (client, line) -> {
            String server = line.param(0);
            if (server == null || isCalled(client.network(), server)) {
                deed.accept(client);
            } else {
                client.send(Numeric.ERR_NOSUCHSERVER, server);
            }
        };
    }

    static boolean isCalled(IrcNetwork network, String mask) {
        return Glob.matches(mask.toLowerCase(Locale.ROOT), network.name().toLowerCase(Locale.ROOT));
    }

    static void motd(IrcSession client) {
        client.send(motdLines(client));
    }

    private static List<IrcLine> motdLines(IrcSession client) {
        String motd = client.network().chat().settings().motd();
        if (motd.isEmpty()) {
            return List.of(client.numeric(Numeric.ERR_NOMOTD));
        }
        List<IrcLine> lines = new ArrayList<>();
        lines.add(client.saying(Numeric.RPL_MOTDSTART, "- " + client.network().name() + " Message of the day - "));
        motd.lines().map(text -> client.saying(Numeric.RPL_MOTD, "- " + text)).forEach(lines::add);
        lines.add(client.numeric(Numeric.RPL_ENDOFMOTD));
        return lines;
    }

    static void lusers(IrcSession client) {
        client.send(lusersLines(client));
    }

    private static List<IrcLine> lusersLines(IrcSession client) {
        ChatServer chat = client.network().chat();
        Turnout turnout = client.network().turnout();
        int users = turnout.now();
        int most = turnout.most();
        int unknown = chat.sessionCount() - users;
        boolean anyOperators = chat.settings().accounts().values().stream().anyMatch(it -> it.operator());
        long operators = anyOperators ? client.view().everybody().stream().filter(Somebody::isOperator).count() : 0;
        long invisible = client.network().crowd().all().stream().filter(it -> it.profile().has('i')).count();
        List<IrcLine> lines = new ArrayList<>();
        lines.add(client.saying(Numeric.RPL_LUSERCLIENT,
                "There are " + (users - invisible) + " users and " + invisible + " invisible on 1 servers"));
        lines.add(client.numeric(Numeric.RPL_LUSEROP, "" + operators));
        lines.add(client.numeric(Numeric.RPL_LUSERUNKNOWN, "" + Math.max(0, unknown)));
        lines.add(client.numeric(Numeric.RPL_LUSERCHANNELS, "" + chat.roomCount()));
        lines.add(client.saying(Numeric.RPL_LUSERME, "I have " + users + " clients and 0 servers"));
        lines.add(client.saying(Numeric.RPL_LOCALUSERS, "Current local users " + users + ", max " + most, "" + users,
                "" + most));
        lines.add(client.saying(Numeric.RPL_GLOBALUSERS, "Current global users " + users + ", max " + most,
                "" + users, "" + most));
        return lines;
    }

    static void version(IrcSession client) {
        client.send(client.saying(Numeric.RPL_VERSION, "", version(client.network()), client.network().name()));
        client.send(Isupport.lines(client));
    }

    static void time(IrcSession client) {
        client.send(client.saying(Numeric.RPL_TIME, TIME.format(client.network().now()), client.network().name()));
    }

    static void info(IrcSession client) {
        client.send(List.of(client.saying(Numeric.RPL_INFO, version(client.network()) + ", a server of Parley"),
                client.saying(Numeric.RPL_INFO, "People at other programs are in these rooms as well, over JSON lines"),
                client.saying(Numeric.RPL_INFO, "Up since " + TIME.format(client.network().begun())),
                client.numeric(Numeric.RPL_ENDOFINFO)));
    }

    static void admin(IrcSession client) {
        List<String> admin = client.network().names().admin();
        if (admin.isEmpty()) {
            client.send(Numeric.ERR_NOADMININFO, client.network().name());
            return;
        }
        client.send(client.numeric(Numeric.RPL_ADMINME, client.network().name()));
        List<Numeric> places = List.of(Numeric.RPL_ADMINLOC1, Numeric.RPL_ADMINLOC2, Numeric.RPL_ADMINEMAIL);
        for (int i = 0; i < Math.min(admin.size(), places.size()); i++) {
            client.send(client.saying(places.get(i), admin.get(i)));
        }
    }
}
