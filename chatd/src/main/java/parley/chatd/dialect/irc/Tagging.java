package parley.chatd.dialect.irc;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import parley.chatd.core.View.Place;
import parley.protocol.Event.Refused;
import parley.protocol.Role;
import parley.protocol.irc.IrcLine;
import parley.protocol.irc.Numeric;

/**
 * TAGMSG, a message of tags alone (IRCv3 message-tags). Of the tags that are clients' own, those are passed on that mean
 * nothing a moment later: no history has them, and nobody who speaks no IRC.
 */
final class Tagging {

    private static final Set<String> PASSED_ON = Set.of("+typing");
    /** The same for RPL_ISUPPORT. */
    static final String DENIED = "*,-typing";

    private Tagging() {
    }

    static void tagmsg(IrcSession client, IrcLine line) {
        Map<String, String> tags = new LinkedHashMap<>(line.tags());
        tags.keySet().retainAll(PASSED_ON);
        if (!tags.isEmpty() && client.has(Cap.MESSAGE_TAGS)) {
            Messages.targets(line.params().getFirst()).stream().limit(Messages.MOST_TARGETS)
                    .forEach(target -> tag(client, target, tags));
        }
    }

    private static void tag(IrcSession client, String target, Map<String, String> tags) {
        Optional<Signs.Some> some = Signs.read(target);
        if (some.isPresent() || target.startsWith("#")) {
            tagRoom(client, some.orElse(new Signs.Some(Role.NONE, target)), target, tags);
        } else {
            client.view().named(target).ifPresentOrElse(somebody -> tell(client, somebody.nick(), tags,
                    client.network().crowd().named(somebody.nick()).stream().toList()),
                    () -> client.send(Numeric.ERR_NOSUCHNICK, target));
        }
    }

    private static void tagRoom(IrcSession client, Signs.Some some, String target, Map<String, String> tags) {
        Optional<Refused> kept = client.view().keptFromSpeaking(some.room());
        Optional<Place> place = client.view().room(some.room());
        if (kept.isPresent() || place.isEmpty()) {
            kept.ifPresent(refused -> client.send(Refusals.spell(client, "PRIVMSG", some.room(), refused)));
            return;
        }
        tell(client, target, tags, place.get().members().stream().filter(member -> member.role().covers(some.role()))
                .flatMap(member -> client.network().crowd().named(member.nick()).stream())
                .filter(other -> other != client).toList());
    }

    private static void tell(IrcSession client, String target, Map<String, String> tags,
            Collection<IrcSession> others) {
        Neighbours.tell(others, Cap.MESSAGE_TAGS, lines -> tagged(lines, client, target, tags));
        if (client.has(Cap.ECHO_MESSAGE)) {
            client.send(tagged(client.encoding().lines, client, target, tags));
        }
    }

    /** Behind those of the server, so that these are not pushed out. */
    private static IrcLine tagged(EventLines lines, IrcSession from, String target, Map<String, String> tags) {
        IrcLine line = lines.from(from.nick(), "TAGMSG", target);
        for (Map.Entry<String, String> tag : tags.entrySet()) {
            line = line.tagged(tag.getKey(), tag.getValue());
        }
        return line;
    }
}
