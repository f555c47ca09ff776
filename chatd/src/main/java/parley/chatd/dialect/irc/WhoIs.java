package parley.chatd.dialect.irc;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import parley.chatd.core.View.Member;
import parley.chatd.core.View.Place;
import parley.protocol.Event.Person;
import parley.protocol.irc.IrcLine;
import parley.protocol.irc.Numeric;

/** Who somebody is: WHOIS; and who was here: WHOWAS. */
final class WhoIs {

    private WhoIs() {
    }

    static void whoIs(IrcSession client, IrcLine line) {
        String nick = line.params().isEmpty() ? "" : line.params().getLast();
        String server = line.params().size() > 1 ? line.params().getFirst() : nick;
        if (nick.isEmpty()) {
            client.session().perform(() -> client.send(Numeric.ERR_NONICKNAMEGIVEN));
        } else if (!server.equals(nick) && !isThere(client, server)) {
            client.session().perform(() -> client.send(Numeric.ERR_NOSUCHSERVER, server));
        } else {
            whoIs(client, nick);
        }
    }

    /** A server may be named by somebody who is there. */
    private static boolean isThere(IrcSession client, String server) {
        return AboutServer.isCalled(client.network(), server) || client.view().named(server).isPresent();
    }

    private static void whoIs(IrcSession client, String nick) {
        client.ask("WHOIS", nick, new parley.protocol.Command.WhoIs(nick), answer -> spell(client, (Person) answer));
        client.session().settle();
        client.send(Numeric.RPL_ENDOFWHOIS, nick);
    }

    private static List<IrcLine> spell(IrcSession client, Person person) {
        String nick = person.nick();
        IrcNetwork network = client.network();
        Optional<Profile> profile = network.crowd().named(nick).map(IrcSession::profile);
        List<IrcLine> lines = new ArrayList<>();
        lines.add(client.saying(Numeric.RPL_WHOISUSER, network.realName(nick), nick, Sources.user(), nick, "*"));
        lines.addAll(Listing.filled(person.rooms().stream().map(room -> withSign(client, room, nick)).toList(),
                rooms -> client.saying(Numeric.RPL_WHOISCHANNELS, rooms, nick)));
        lines.add(client.saying(Numeric.RPL_WHOISSERVER, network.names().network(), nick, network.name()));
        if (person.operator()) {
            lines.add(client.numeric(Numeric.RPL_WHOISOPERATOR, nick));
        }
        if (person.account() != null) {
            lines.add(client.numeric(Numeric.RPL_WHOISACCOUNT, nick, person.account()));
        }
        if (person.secure()) {
            lines.add(client.numeric(Numeric.RPL_WHOISSECURE, nick));
        }
        if (person.address() != null) {
            lines.add(client.saying(Numeric.RPL_WHOISHOST, "is connecting from *@" + person.address(), nick));
        }
        profile.filter(it -> it.has('B')).ifPresent(it -> lines.add(client.numeric(Numeric.RPL_WHOISBOT, nick)));
        profile.ifPresent(it -> lines.add(idle(client, nick, it.spoke(), person.since())));
        lines.addAll(People.awayLine(client, nick));
        return lines;
    }

    private static String withSign(IrcSession client, String room, String nick) {
        Optional<Place> place = client.view().room(room);
        return place.flatMap(it -> it.members().stream().filter(member -> member.nick().equals(nick)).findFirst())
                .map(Member::role).map(Signs::of).orElse("") + room;
    }

    private static IrcLine idle(IrcSession client, String nick, Instant spoke, Instant since) {
        Instant last = spoke.isAfter(since) ? spoke : since;
        long seconds = Math.max(0, Duration.between(last, client.network().now()).toSeconds());
        return client.numeric(Numeric.RPL_WHOISIDLE, nick, "" + seconds, "" + since.getEpochSecond());
    }

    static void whoWas(IrcSession client, IrcLine line) {
        String nick = Objects.requireNonNullElse(line.param(0), "");
        if (nick.isEmpty()) {
            client.send(Numeric.ERR_NONICKNAMEGIVEN);
            return;
        }
        List<Departed.Guest> guests = client.nick(nick).map(client.network().departed()::named).orElse(List.of());
        if (guests.isEmpty()) {
            client.send(Numeric.ERR_WASNOSUCHNICK, nick);
        }
        String count = line.param(1);
        int most = count != null && count.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(count) : guests.size();
        for (Departed.Guest guest : guests.stream().limit(most).toList()) {
            String name = guest.nick().text();
            client.send(client.saying(Numeric.RPL_WHOWASUSER, guest.realName(), name, Sources.user(), name, "*"));
            client.send(client.saying(Numeric.RPL_WHOISSERVER, AboutServer.time(guest.left()), name,
                    client.network().name()));
        }
        client.send(Numeric.RPL_ENDOFWHOWAS, nick);
    }
}
