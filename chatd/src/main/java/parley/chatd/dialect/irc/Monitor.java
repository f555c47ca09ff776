package parley.chatd.dialect.irc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import parley.chatd.core.Nick;
import parley.protocol.irc.IrcLine;
import parley.protocol.irc.Numeric;

/** MONITOR: whom a client wants to know of, whether or not they share a room. */
final class Monitor {

    /** So many nicks a client. */
    static final int MOST = 100;

    private Monitor() {
    }

    static void monitor(IrcSession client, IrcLine line) {
        List<String> targets = List.of(Objects.requireNonNullElse(line.param(1), "").split(",", -1));
        switch (line.params().getFirst().toUpperCase(Locale.ROOT)) {
            case "+" -> add(client, targets);
            case "-" -> targets.forEach(target -> client.nick(target).ifPresent(nick -> remove(client, nick)));
            case "C" -> clear(client);
            case "L" -> {
                client.send(comma(client, Numeric.RPL_MONLIST, client.monitored().values().stream().map(Nick::text)
                        .toList()));
                client.send(Numeric.RPL_ENDOFMONLIST);
            }
            case "S" -> status(client, List.copyOf(client.monitored().values()));
            default -> client.send(Numeric.ERR_NEEDMOREPARAMS, "MONITOR");
        }
    }

    static void clear(IrcSession client) {
        List.copyOf(client.monitored().values()).forEach(nick -> remove(client, nick));
    }

    private static void add(IrcSession client, List<String> targets) {
        List<Nick> fresh = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            Optional<Nick> nick = client.nick(targets.get(i));
            if (nick.isPresent() && client.monitored().size() >= MOST) {
                client.send(Numeric.ERR_MONLISTFULL, "" + MOST, String.join(",", targets.subList(i, targets.size())));
                break;
            }
            nick.filter(it -> client.monitored().putIfAbsent(it.key(), it) == null).ifPresent(it -> {
                client.network().monitors().add(it, client);
                fresh.add(it);
            });
        }
        status(client, fresh);
    }

    private static void remove(IrcSession client, Nick nick) {
        client.monitored().remove(nick.key());
        client.network().monitors().remove(nick, client);
    }

    private static void status(IrcSession client, List<Nick> nicks) {
        List<String> here = new ArrayList<>();
        List<String> away = new ArrayList<>();
        for (Nick nick : nicks) {
            client.view().named(nick.text()).ifPresentOrElse(it -> here.add(Sources.of(it.nick())),
                    () -> away.add(nick.text()));
        }
        client.send(comma(client, Numeric.RPL_MONONLINE, here));
        client.send(comma(client, Numeric.RPL_MONOFFLINE, away));
    }

    private static List<IrcLine> comma(IrcSession client, Numeric numeric, List<String> words) {
        return Listing.filled(words, text -> client.saying(numeric, text.replace(' ', ',')));
    }
}
