package parley.scenarios.recording;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import parley.protocol.recording.Entry;
import parley.protocol.recording.RecordingReader;
import parley.protocol.recording.Side;

/**
 * Who is in a recording, and what it needs, which one look through it tells.
 *
 * @param nicks by the name of the connection, in the order they came: the first nick that each has, made different from
 *        the others' where several have the same
 * @param irc who speaks IRC: whose first line is no JSON
 * @param secrets the names that stand for secrets in what clients say
 * @param length how many lines the file has
 * @param unrepeatable the mechanism of a login that is another one each time, if it has one
 */
record Cast(Map<String, String> nicks, Set<String> irc, Set<String> secrets, long length,
        Optional<String> unrepeatable) {

    private static final Set<String> NAMING = Set.of("do hello", "NICK");

    Cast {
        nicks = new LinkedHashMap<>(nicks);
    }

    /** Reads a recording from its beginning to its end. */
    static Cast of(Path file) throws IOException {
        Logins logins = new Logins();
        Map<String, String> nicks = new LinkedHashMap<>();
        Set<String> named = new TreeSet<>();
        Set<String> spoke = new TreeSet<>();
        Set<String> irc = new TreeSet<>();
        Set<String> secrets = new TreeSet<>();
        try (RecordingReader reader = RecordingReader.open(file)) {
            for (Entry entry = reader.next(); entry != null; entry = reader.next()) {
                nicks.putIfAbsent(entry.who(), entry.who());
                logins.see(entry);
                if (entry instanceof Entry.Heard heard && heard.from() == Side.CLIENT) {
                    secrets.addAll(heard.marks().secrets());
                }
                if (entry instanceof Entry.Line line && line.from() == Side.CLIENT && spoke.add(entry.who())
                        && !JsonMessage.is(line.text())) {
                    irc.add(entry.who());
                }
                String nick = named.contains(entry.who()) ? null : nick(entry);
                if (nick != null) {
                    named.add(entry.who());
                    nicks.put(entry.who(), free(nick, nicks, entry.who()));
                }
            }
            return new Cast(nicks, irc, secrets, reader.line(), logins.unrepeatable());
        }
    }

    /** The same, if it is to be played. */
    static Cast toPlay(Path file) throws IOException {
        Cast cast = of(file);
        if (cast.unrepeatable().isPresent()) {
            throw new Unrepeatable(file, cast.unrepeatable().get());
        }
        return cast;
    }

    private static @Nullable String nick(Entry entry) {
        if (!(entry instanceof Entry.Line line) || line.from() != Side.CLIENT) {
            return null;
        }
        return nick(Side.CLIENT, line.text());
    }

    /** The nick that this line takes, if it takes one. */
    static @Nullable String nick(Side from, String line) {
        Message message = Message.of(from, line);
        String nick = NAMING.contains(message.name())
                ? message.value(message.name().equals("NICK") ? "0" : "nick")
                : "";
        return nick.isEmpty() ? null : nick;
    }

    private static String free(String nick, Map<String, String> taken, String who) {
        return taken.containsValue(nick) ? nick + "(" + who + ")" : nick;
    }

    /** The first nick that it has; others may have it as well. */
    String firstNick(String who) {
        String nick = nick(who);
        String mark = "(" + who + ")";
        return nick.endsWith(mark) ? nick.substring(0, nick.length() - mark.length()) : nick;
    }

    String nick(String who) {
        return nicks.getOrDefault(who, who);
    }
}
