package parley.chatd.dialect.irc;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import parley.chatd.core.Settings;
import parley.protocol.irc.IrcLine;
import parley.protocol.irc.Numeric;

/** What a client understands: CAP (IRCv3 capability negotiation, version 302). */
final class Capabilities {

    private static final int VALUES = 302;

    private Capabilities() {
    }

    static void cap(IrcSession client, IrcLine line) {
        String subcommand = line.params().getFirst().toUpperCase(Locale.ROOT);
        switch (subcommand) {
            case "LS" -> list(client, version(Objects.requireNonNullElse(line.param(1), "")));
            case "LIST" -> answer(client, "LIST", Cap.list(client.caps()));
            case "REQ" -> request(client, Objects.requireNonNullElse(line.param(1), ""));
            case "END" -> {
                client.registration().setNegotiating(false);
                if (!client.isRegistered()) {
                    Registering.register(client);
                }
            }
            default -> client.send(Numeric.ERR_INVALIDCAPCMD, line.params().getFirst());
        }
    }

    private static int version(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static void list(IrcSession client, int version) {
        client.registration().setNegotiating(!client.isRegistered());
        if (version >= VALUES) {
            client.setCaps(with(client.caps(), Set.of(Cap.CAP_NOTIFY), Set.of()));
        }
        boolean values = version >= VALUES;
        answer(client, "LS", offered(client, values) + (values ? sts(client) : ""));
    }

    /** What the server can do at present, with what there is to say of it if the client wants to know. */
    private static String offered(IrcSession client, boolean values) {
        return EnumSet.allOf(Cap.class).stream().filter(cap -> cap != Cap.SASL || Mechanism.anyIsOffered(client))
                .map(cap -> cap.wireName() + (values ? value(client, cap) : ""))
                .collect(Collectors.joining(" "));
    }

    /** Other settings hold: a client that wants to know is told if it can log in in other ways now. Any thread. */
    static void changed(IrcSession client, Settings before) {
        String now = Mechanism.list(client);
        if (client.has(Cap.CAP_NOTIFY) && !now.equals(Mechanism.list(client, before))) {
            String sasl = Cap.SASL.wireName();
            client.tell(now.isEmpty() ? line(client, "DEL", sasl) : line(client, "NEW", sasl + "=" + now));
        }
    }

    /** Not a capability to ask for, but something to know: in the clear, where TLS is; there, for how long that holds. */
    private static String sts(IrcSession client) {
        return client.network().names().sts().map(sts -> client.session().origin().secure()
                ? " sts=duration=" + sts.duration().toSeconds()
                : " sts=port=" + sts.port()).orElse("");
    }

    private static String value(IrcSession client, Cap cap) {
        return switch (cap) {
            case SASL -> "=" + Mechanism.list(client);
            case MULTILINE -> "=max-bytes=" + client.network().chat().settings().limits().textBytes() + ",max-lines="
                    + Multiline.MOST_LINES;
            default -> "";
        };
    }

    /** All of them, or none: so the specification has it. */
    private static void request(IrcSession client, String text) {
        client.registration().setNegotiating(!client.isRegistered());
        List<String> names = text.isBlank() ? List.of() : List.of(text.trim().split(" +"));
        Set<Cap> on = EnumSet.noneOf(Cap.class);
        Set<Cap> off = EnumSet.noneOf(Cap.class);
        boolean known = true;
        for (String name : names) {
            Optional<Cap> cap = Cap.named(name.startsWith("-") ? name.substring(1) : name);
            cap.ifPresent(it -> (name.startsWith("-") ? off : on).add(it));
            known &= cap.isPresent() && (cap.get() != Cap.SASL || Mechanism.anyIsOffered(client));
        }
        if (known) {
            client.setCaps(with(client.caps(), on, off));
        }
        answer(client, known ? "ACK" : "NAK", String.join(" ", names));
    }

    private static Set<Cap> with(Set<Cap> caps, Set<Cap> on, Set<Cap> off) {
        Set<Cap> all = EnumSet.noneOf(Cap.class);
        all.addAll(caps);
        all.addAll(on);
        all.removeAll(off);
        return all;
    }

    private static void answer(IrcSession client, String subcommand, String caps) {
        client.send(line(client, subcommand, caps));
    }

    private static IrcLine line(IrcSession client, String subcommand, String caps) {
        return IrcLine.of("CAP", client.nick(), subcommand, caps).from(client.network().name());
    }
}
