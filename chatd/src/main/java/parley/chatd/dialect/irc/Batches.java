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
        String server = client.network().name();
        List<String> beginning = new ArrayList<>(List.of("+" + id));
        beginning.addAll(List.of(params));
        List<IrcLine> all = new ArrayList<>();
        all.add(IrcLine.of("BATCH", beginning.toArray(String[]::new)).from(server));
        // What is a batch already is one within this one.
        lines.forEach(line -> all.add(isWithin(line) ? line : first("batch", id, line)));
        all.add(IrcLine.of("BATCH", "-" + id).from(server));
        return all;
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
