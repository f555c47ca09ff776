package parley.chatd.dialect.irc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.chatd.core.View.Member;
import parley.chatd.core.View.Place;
import parley.protocol.Command.Invite;
import parley.protocol.Command.Join;
import parley.protocol.Command.Kick;
import parley.protocol.Command.Leave;
import parley.protocol.Command.SetTopic;
import parley.protocol.Event.Done;
import parley.protocol.Event.Joined;
import parley.protocol.Event.TopicSet;
import parley.protocol.Password;
import parley.protocol.irc.IrcLine;
import parley.protocol.irc.Numeric;

/** Coming into rooms, being there, and going: JOIN, PART, TOPIC, NAMES, INVITE, KICK. */
final class Channels {

    private Channels() {
    }

    static void join(IrcSession client, IrcLine line) {
        if (line.params().getFirst().equals("0")) {
            client.view().seats().forEach(room -> part(client, room.name(), null));
            return;
        }
        List<String> keys = list(Objects.requireNonNullElse(line.param(1), ""));
        List<String> rooms = list(line.params().getFirst());
        for (int i = 0; i < rooms.size(); i++) {
            join(client, rooms.get(i), i < keys.size() ? keys.get(i) : "");
        }
    }

    private static List<String> list(String text) {
        return Arrays.asList(text.split(",", -1));
    }

    private static void join(IrcSession client, String room, String key) {
        client.session().settle();
        boolean inside = client.view().room(room).filter(Place::isInside).isPresent();
        if (!inside && !room.isEmpty()) {
            client.ask("JOIN", room, new Join(room, key.isEmpty() ? null : new Password(key)),
                    answer -> joined(client, room));
        }
    }

    /**
     * What who has just joined is told. Called where the room's order has their seat, so that whoever comes or goes
     * later is told of later.
     */
    static List<IrcLine> joined(IrcSession client, String room) {
        Optional<Place> place = client.view().room(room);
        String name = place.map(Place::name).orElse(room);
        List<IrcLine> lines = new ArrayList<>(client.encoding().lines.lines(new Joined(name, client.nick()), false));
        place.ifPresent(it -> {
            lines.addAll(topic(client, it));
            if (client.has(Cap.READ_MARKER)) {
                lines.add(ReadMarkers.marker(client, name));
            }
            if (!client.has(Cap.NO_IMPLICIT_NAMES)) {
                lines.addAll(names(client, it));
            }
        });
        return lines;
    }

    /** The topic, and who set it when, as far as that is known; nothing if there is none. */
    private static List<IrcLine> topic(IrcSession client, Place place) {
        TopicSet topic = place.topic();
        if (topic == null) {
            return List.of();
        }
        IrcLine text = client.saying(Numeric.RPL_TOPIC, topic.text(), place.name());
        Instant at = topic.at();
        return at == null
                ? List.of(text)
                : List.of(text, client.numeric(Numeric.RPL_TOPICWHOTIME, place.name(), topic.from(),
                        Long.toString(at.getEpochSecond())));
    }

    static void part(IrcSession client, IrcLine line) {
        list(line.params().getFirst()).forEach(room -> part(client, room, line.param(1)));
    }

    private static void part(IrcSession client, String room, @Nullable String why) {
        client.ask("PART", room, new Leave(room, why), answer -> {
            String name = Objects.requireNonNull(((Done) answer).room());
            return List.of(why == null ? client.own("PART", name) : client.own("PART", name, why));
        });
    }

    static void topic(IrcSession client, IrcLine line) {
        String room = line.params().getFirst();
        String text = line.param(1);
        if (text != null) {
            client.ask("TOPIC", room, new SetTopic(room, text), Reply.NONE);
            return;
        }
        client.session().perform(() -> client.view().room(room).ifPresentOrElse(place -> {
            List<IrcLine> topic = topic(client, place);
            client.send(topic.isEmpty() ? List.of(client.numeric(Numeric.RPL_NOTOPIC, place.name())) : topic);
        }, () -> client.send(Numeric.ERR_NOSUCHCHANNEL, room)));
    }

    static void names(IrcSession client, IrcLine line) {
        String rooms = line.param(0);
        if (rooms == null) {
            client.send(client.numeric(Numeric.RPL_ENDOFNAMES, "*"));
            return;
        }
        for (String room : list(rooms)) {
            client.send(client.view().room(room).map(place -> names(client, place))
                    .orElseGet(() -> List.of(client.numeric(Numeric.RPL_ENDOFNAMES, room))));
        }
    }

    private static List<IrcLine> names(IrcSession client, Place place) {
        String symbol = Boolean.TRUE.equals(place.rules().hidden()) ? "@" : "=";
        List<String> words = seen(client, place).map(member -> name(client, member)).toList();
        List<IrcLine> lines = new ArrayList<>(Listing.filled(words,
                names -> client.saying(Numeric.RPL_NAMREPLY, names, symbol, place.name())));
        lines.add(client.numeric(Numeric.RPL_ENDOFNAMES, place.name()));
        return lines;
    }

    /** The members that a client may see in a room: those who are invisible, only from within. */
    static Stream<Member> seen(IrcSession client, Place place) {
        return place.members().stream()
                .filter(member -> place.isInside() || !client.network().isInvisible(member.nick()));
    }

    private static String name(IrcSession client, Member member) {
        String who = client.has(Cap.USERHOST_IN_NAMES) ? Sources.of(member.nick()) : member.nick();
        return Signs.of(member.role()) + who;
    }

    static void invite(IrcSession client, IrcLine line) {
        switch (line.params().size()) {
            case 0 -> client.session().perform(() -> {
                List<IrcLine> lines = new ArrayList<>();
                client.view().invitations().forEach(room -> lines.add(client.numeric(Numeric.RPL_INVITELIST, room)));
                lines.add(client.numeric(Numeric.RPL_ENDOFINVITELIST));
                client.send(lines);
            });
            case 1 -> client.session().perform(() -> client.send(Numeric.ERR_NEEDMOREPARAMS, "INVITE"));
            default -> invite(client, line.params().getFirst(), line.params().get(1));
        }
    }

    private static void invite(IrcSession client, String nick, String room) {
        Optional<Place> place = client.view().room(room);
        if (place.filter(Place::isInside)
                .filter(it -> it.members().stream().anyMatch(member -> member.nick().equalsIgnoreCase(nick)))
                .isPresent()) {
            client.session().perform(() -> client.send(Numeric.ERR_USERONCHANNEL, nick, room));
        } else {
            client.ask("INVITE", room, new Invite(room, nick), answer -> {
                List<IrcLine> lines = new ArrayList<>(List.of(client.numeric(Numeric.RPL_INVITING, nick, room)));
                lines.addAll(People.awayLine(client, nick));
                return lines;
            });
        }
    }

    static void kick(IrcSession client, IrcLine line) {
        String room = line.params().getFirst();
        for (String nick : list(line.params().get(1))) {
            client.ask("KICK", room, new Kick(room, nick, line.param(2)), Reply.NONE);
        }
    }
}
