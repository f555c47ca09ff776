package parley.chatd.dialect.irc;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.chatd.core.View.Member;
import parley.chatd.core.View.Place;
import parley.protocol.Event.Person;
import parley.protocol.irc.IrcLine;
import parley.protocol.irc.Numeric;

/** Who somebody is: WHOIS; and who they were, which this server does not keep: WHOWAS. */
final class WhoIs {

    private WhoIs() {
    }

    static void whoIs(IrcSession client, IrcLine line) {
        String nick = line.params().getLast();
        client.ask("WHOIS", nick, new parley.protocol.Command.WhoIs(nick), answer -> spell(client, (Person) answer));
        client.session().settle();
        client.send(Numeric.RPL_ENDOFWHOIS, nick);
    }

    private static List<IrcLine> spell(IrcSession client, Person person) {
        String nick = person.nick();
        IrcNetwork network = client.network();
        Optional<Profile> profile = network.crowd().named(nick).map(IrcSession::profile);
        List<IrcLine> lines = new ArrayList<>();
        lines.add(client.saying(Numeric.RPL_WHOISUSER, network.realName(nick), nick, Masks.user(), nick, "*"));
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
                .map(Member::role).map(Channels::prefix).orElse("") + room;
    }

    private static IrcLine idle(IrcSession client, String nick, Instant spoke, Instant since) {
        Instant last = spoke.isAfter(since) ? spoke : since;
        long seconds = Math.max(0, Duration.between(last, client.network().now()).toSeconds());
        return client.numeric(Numeric.RPL_WHOISIDLE, nick, "" + seconds, "" + since.getEpochSecond());
    }

    static void whoWas(IrcSession client, IrcLine line) {
        String nick = line.params().getFirst();
        client.send(client.saying(Numeric.ERR_WASNOSUCHNICK, "this server does not keep who was here", nick));
        client.send(Numeric.RPL_ENDOFWHOWAS, nick);
    }
}
