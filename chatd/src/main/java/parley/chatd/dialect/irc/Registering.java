package parley.chatd.dialect.irc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import parley.protocol.Command;
import parley.protocol.Command.Hello;
import parley.protocol.Command.Rename;
import parley.protocol.Event;
import parley.protocol.Event.Renamed;
import parley.protocol.Event.Welcomed;
import parley.protocol.Password;
import parley.protocol.Refusal;
import parley.protocol.irc.IrcLine;
import parley.protocol.irc.Numeric;

/** Coming and going: PASS, NICK and USER make a hello; PING, PONG and QUIT. */
final class Registering {

    private Registering() {
    }

    static void pass(IrcSession client, IrcLine line) {
        if (client.isRegistered()) {
            client.send(Numeric.ERR_ALREADYREGISTERED);
        } else {
            client.registration().setPassword(new Password(line.params().getFirst()));
        }
    }

    static void nick(IrcSession client, IrcLine line) {
        String wanted = line.param(0);
        if (wanted == null || wanted.isEmpty()) {
            client.send(Numeric.ERR_NONICKNAMEGIVEN);
        } else if (client.isRegistered()) {
            client.ask("NICK", wanted, new Rename(wanted), answer -> renamed(client));
        } else {
            client.registration().setNick(wanted);
            register(client);
        }
    }

    private static List<IrcLine> renamed(IrcSession client) {
        String nick = client.session().nickText();
        if (nick.equals(client.nick())) {
            return List.of();
        }
        List<IrcLine> lines = client.encoding().lines.renamed(new Renamed(client.nick(), nick));
        client.setNick(nick);
        return lines;
    }

    static void user(IrcSession client, IrcLine line) {
        if (client.isRegistered()) {
            client.send(Numeric.ERR_ALREADYREGISTERED);
            return;
        }
        client.registration().sawUser();
        client.setProfile(client.profile().withRealName(line.params().get(3)));
        register(client);
    }

    /** Says hello as soon as nothing is missing. */
    static void register(IrcSession client) {
        Registration registration = client.registration();
        if (!registration.isComplete()) {
            return;
        }
        client.sasl().abort(client);
        String nick = Objects.requireNonNull(registration.nick());
        IrcNetwork network = client.network();
        if (client.profile().realName().isEmpty()) {
            client.setProfile(client.profile().withRealName(nick));
        }
        network.crowd().expect(nick, client);
        client.ask("NICK", nick, new Hello(nick, registration.password(), true, Map.of()),
                answer -> welcomed(client, (Welcomed) answer));
        if (!client.isRegistered()) {
            network.crowd().went(nick, client);
            registration.setNick(null);
            turnAway(client, client.asking().refusal());
        }
    }

    /** Another nick may do; another password or address will not come. */
    private static void turnAway(IrcSession client, Event.@Nullable Refused refused) {
        if (refused != null && (refused.why() == Refusal.BANNED || refused.why() == Refusal.PASSWORD_WRONG)) {
            client.session().end(refused.text());
        }
    }

    private static List<IrcLine> welcomed(IrcSession client, Welcomed welcomed) {
        client.setNick(welcomed.nick());
        List<IrcLine> lines = new ArrayList<>(AboutServer.welcome(client));
        welcomed.rooms().forEach(room -> lines.addAll(Channels.joined(client, room)));
        return lines;
    }

    static void ping(IrcSession client, IrcLine line) {
        IrcLine pong = IrcLine.of("PONG", client.network().name(), line.params().getFirst())
                .from(client.network().name());
        client.ask("PING", "", new Command.Ping(), answer -> List.of(pong));
    }

    /** A sign of life, and nothing more. */
    static void pong(IrcSession client, IrcLine line) {
        client.ask("PONG", "", new Command.Ping(), Reply.NONE);
    }

    /** Pages in a browser can make it send such lines, first of all; whatever else they make it send is not done. */
    static void http(IrcSession client, IrcLine line) {
        if (client.isRegistered()) {
            client.send(Numeric.ERR_UNKNOWNCOMMAND, line.verb());
            return;
        }
        client.session().end("this is IRC; HTTP is spoken elsewhere");
    }

    static void quit(IrcSession client, IrcLine line) {
        client.ask("QUIT", "", new Command.Quit(line.param(0)), Reply.NONE);
    }
}
