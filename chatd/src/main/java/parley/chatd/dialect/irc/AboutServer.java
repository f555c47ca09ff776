package parley.chatd.dialect.irc;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import parley.chatd.core.ChatServer;
import parley.chatd.core.View.Somebody;
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
        long users = chat.welcomeCount() + (client.self().isPresent() ? 0 : 1); // who is being welcomed is not yet
        long unknown = chat.sessionCount() - users;
        boolean anyOperators = chat.settings().accounts().values().stream().anyMatch(it -> it.operator());
        long operators = anyOperators ? client.view().everybody().stream().filter(Somebody::isOperator).count() : 0;
        List<IrcLine> lines = new ArrayList<>();
        lines.add(client.saying(Numeric.RPL_LUSERCLIENT,
                "There are " + users + " users and 0 invisible on 1 servers"));
        lines.add(client.numeric(Numeric.RPL_LUSEROP, "" + operators));
        lines.add(client.numeric(Numeric.RPL_LUSERUNKNOWN, "" + Math.max(0, unknown)));
        lines.add(client.numeric(Numeric.RPL_LUSERCHANNELS, "" + chat.roomCount()));
        lines.add(client.saying(Numeric.RPL_LUSERME, "I have " + users + " clients and 0 servers"));
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
