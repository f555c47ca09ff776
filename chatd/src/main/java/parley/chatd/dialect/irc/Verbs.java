package parley.chatd.dialect.irc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import parley.chatd.dialect.irc.Verb.Handler;
import parley.chatd.dialect.irc.Verb.Turn;
import parley.protocol.Event.Refused;
import parley.protocol.irc.IrcLine;
import parley.protocol.irc.Numeric;

/** The table of what a client can say: how many parameters it takes, whether before it is welcomed, and who does it. */
final class Verbs {

    private static final boolean EARLY = true;
    private static final boolean LATER = false;
    private static final Handler HTTP = Registering::http;
    private static final Map<String, Verb> TABLE = new LinkedHashMap<>();

    static {
        put("CAP", 1, EARLY, Turn.OWN, Capabilities::cap);
        put("AUTHENTICATE", 1, EARLY, Turn.OWN, Sasl::authenticate);
        put("PASS", 1, EARLY, Turn.OWN, Registering::pass);
        put("NICK", 0, EARLY, Turn.COMMANDS, Registering::nick);
        put("USER", 4, EARLY, Turn.COMMANDS, Registering::user);
        put("PING", 1, EARLY, Turn.FREE, Registering::ping);
        put("PONG", 0, EARLY, Turn.FREE, Registering::pong);
        put("QUIT", 0, EARLY, Turn.FREE, Registering::quit);
        put("ERROR", 0, EARLY, Turn.OWN, Registering::pong);

        for (String http : List.of("GET", "POST", "PUT", "HEAD", "OPTIONS", "CONNECT")) {
            put(http, 0, EARLY, Turn.OWN, HTTP);
        }

        put("PRIVMSG", 0, LATER, Turn.MESSAGES, Messages::privmsg);
        put("NOTICE", 0, LATER, Turn.MESSAGES, Messages::notice);

        put("BATCH", 1, LATER, Turn.MESSAGES, Multiline::batch);
        put("TAGMSG", 1, LATER, Turn.OWN, Tagging::tagmsg);

        put("JOIN", 1, LATER, Turn.COMMANDS, Channels::join);
        put("PART", 1, LATER, Turn.COMMANDS, Channels::part);
        put("TOPIC", 1, LATER, Turn.COMMANDS, Channels::topic);
        put("NAMES", 0, LATER, Turn.OWN, Channels::names);
        put("LIST", 0, LATER, Turn.OWN, Listing::list);
        put("INVITE", 0, LATER, Turn.COMMANDS, Channels::invite);
        put("KICK", 2, LATER, Turn.COMMANDS, Channels::kick);
        put("MODE", 1, LATER, Turn.COMMANDS, Modes::mode);

        put("WHO", 0, LATER, Turn.OWN, Who::who);
        put("WHOIS", 0, LATER, Turn.COMMANDS, WhoIs::whoIs);
        put("WHOWAS", 0, LATER, Turn.OWN, WhoIs::whoWas);
        put("USERHOST", 1, LATER, Turn.OWN, People::userhost);
        put("ISON", 1, LATER, Turn.OWN, People::isOn);
        put("SETNAME", 1, LATER, Turn.OWN, People::setname);
        put("MONITOR", 1, LATER, Turn.OWN, Monitor::monitor);
        put("OPER", 2, LATER, Turn.OWN, Operating::oper);
        put("KILL", 1, LATER, Turn.COMMANDS, Operating::kill);
        put("WALLOPS", 1, LATER, Turn.OWN, Operating::wallops);
        put("REHASH", 0, LATER, Turn.OWN, Operating::rehash);
        put("CHATHISTORY", 1, LATER, Turn.COMMANDS, ChatHistory::chathistory);
        put("MARKREAD", 0, LATER, Turn.OWN, ReadMarkers::markread);
        put("AWAY", 0, LATER, Turn.OWN, People::away);
        put("MOTD", 0, LATER, Turn.OWN, AboutServer.here(AboutServer::motd));
        put("LUSERS", 0, LATER, Turn.OWN, (client, line) -> AboutServer.lusers(client));
        put("VERSION", 0, LATER, Turn.OWN, AboutServer.here(AboutServer::version));
        put("TIME", 0, LATER, Turn.OWN, AboutServer.here(AboutServer::time));
        put("INFO", 0, LATER, Turn.OWN, AboutServer.here(AboutServer::info));
        put("ADMIN", 0, LATER, Turn.OWN, AboutServer.here(AboutServer::admin));
        put("HELP", 0, LATER, Turn.OWN, Help::help);
        put("HELPOP", 0, LATER, Turn.OWN, Help::help);
    }

    private Verbs() {
    }

    private static void put(String name, int least, boolean early, Turn turn, Handler handler) {
        TABLE.put(name, new Verb(name, least, early, turn, handler));
    }

    /** The names of all of them. */
    static List<String> names() {
        return TABLE.values().stream().filter(verb -> !verb.handler().equals(HTTP)).map(Verb::name).toList();
    }

    /** Does what a line says, or answers why not; with its label, if it has one. */
    static void handle(IrcSession client, IrcLine line) {
        String label = Multiline.label(client, line);
        if (label == null || !client.has(Cap.LABELED_RESPONSE) || !client.isRegistered()) {
            unlabelled(client, line);
        } else {
            client.session().apart(() -> client.labels().answer(label, () -> unlabelled(client, line)));
            client.labels().acknowledge();
        }
    }

    private static void unlabelled(IrcSession client, IrcLine line) {
        Verb verb = TABLE.get(line.verb().toUpperCase(Locale.ROOT));
        if (verb == null) {
            own(client, line, (it, text) -> it.send(
                    it.isRegistered() ? Numeric.ERR_UNKNOWNCOMMAND : Numeric.ERR_NOTREGISTERED, unknown(it, text)));
        } else if (!verb.early() && !client.isRegistered()) {
            own(client, line, (it, text) -> it.send(Numeric.ERR_NOTREGISTERED));
        } else if (line.params().size() < verb.least()) {
            own(client, line, (it, text) -> it.send(Numeric.ERR_NEEDMOREPARAMS, verb.name()));
        } else {
            perform(verb, client, line);
        }
    }

    private static String[] unknown(IrcSession client, IrcLine line) {
        return client.isRegistered() ? new String[]{line.verb()} : new String[]{};
    }

    private static void perform(Verb verb, IrcSession client, IrcLine line) {
        switch (verb.turn()) {
            case FREE, MESSAGES -> verb.handler().handle(client, line);
            case COMMANDS -> {
                client.session().settle();
                verb.handler().handle(client, line);
            }
            case OWN -> own(client, line, verb.handler());
        }
    }

    private static void own(IrcSession client, IrcLine line, Handler handler) {
        Optional<Refused> tooFast = client.session().perform(() -> handler.handle(client, line));
        tooFast.ifPresent(refused -> client.send(Refusals.spell(client, line.verb(), "", refused)));
    }
}
