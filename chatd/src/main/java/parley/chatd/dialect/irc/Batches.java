package parley.chatd.dialect.irc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parley.protocol.irc.IrcLine;

/** Lines that belong together, between a line that begins them and one that ends them (IRCv3 batch). */
final class Batches {

    private Batches() {
    }

    /**
     * The lines as one batch.
     *
     * @param id names it among those that are open for this client
     * @param params its type, and what else there is to say of it
     */
    static List<IrcLine> of(IrcSession client, String id, List<IrcLine> lines, String... params) {
        List<IrcLine> all = new ArrayList<>();
        all.add(begin(client, id, params));
        all.addAll(within(id, lines));
        all.add(end(client, id));
        return all;
    }

    static IrcLine begin(IrcSession client, String id, String... params) {
        List<String> beginning = new ArrayList<>(List.of("+" + id));
        beginning.addAll(List.of(params));
        return IrcLine.of("BATCH", beginning.toArray(String[]::new)).from(client.network().name());
    }

    /** Lines of a batch that is open; what is a batch already is one within it. */
    static List<IrcLine> within(String id, List<IrcLine> lines) {
        return lines.stream().map(line -> isWithin(line) ? line : first("batch", id, line)).toList();
    }

    static IrcLine end(IrcSession client, String id) {
        return IrcLine.of("BATCH", "-" + id).from(client.network().name());
    }

    private static boolean isWithin(IrcLine line) {
        return line.tags().containsKey("batch")
                || (line.verb().equals("BATCH") && line.params().getFirst().startsWith("-"));
    }

    /** The line with a tag before its others. */
    static IrcLine first(String key, String value, IrcLine line) {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put(key, value);
        tags.putAll(line.tags());
        return new IrcLine(tags, line.source(), line.verb(), line.params());
    }
}
