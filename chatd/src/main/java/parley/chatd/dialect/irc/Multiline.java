package parley.chatd.dialect.irc;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import parley.protocol.irc.IrcLine;

/**
 * A message that a client says in several lines, between two that say where it begins and ends (IRCv3 draft/multiline).
 * One at a time. Only on the connection's thread.
 */
final class Multiline {

    /** So many lines a message. */
    static final int MOST_LINES = 100;

    private static final String TYPE = "draft/multiline";

    private final String id;
    private final String target;
    private final @Nullable String label;
    private final StringBuilder text = new StringBuilder();
    private @Nullable String verb;
    private int lines;
    /** What is wrong with it: the code of a failure, and what there is to say of it. */
    private String @Nullable [] wrong;

    private Multiline(String id, String target, @Nullable String label) {
        this.id = id;
        this.target = target;
        this.label = label;
    }

    /** BATCH: it begins, or ends and is said. */
    static void batch(IrcSession client, IrcLine line) {
        String mark = line.params().getFirst();
        Multiline open = client.multiline();
        if (mark.startsWith("+") && TYPE.equals(line.param(1)) && line.params().size() > 2 && open == null
                && client.has(Cap.MULTILINE)) {
            client.setMultiline(new Multiline(mark.substring(1), line.params().get(2), Labelled.label(line)));
        } else if (open != null && mark.equals("-" + open.id)) {
            client.setMultiline(null);
            open.end(client);
        } else {
            client.setMultiline(null);
            fail(client, "MULTILINE_INVALID", "*", "a batch is one of draft/multiline, and there is one at a time");
        }
    }

    /** The label of an answer to this line, which is that of where the message began. */
    static @Nullable String label(IrcSession client, IrcLine line) {
        Multiline open = client.multiline();
        boolean batch = line.verb().equalsIgnoreCase("BATCH") && !line.params().isEmpty();
        if (!batch) {
            return Labelled.label(line);
        }
        return open != null && line.params().getFirst().startsWith("-") ? open.label : null;
    }

    /** Takes a line that belongs to it; false if it does not. */
    static boolean takes(IrcSession client, IrcLine line) {
        Multiline open = client.multiline();
        String batch = line.tags().get("batch");
        if (batch == null || !client.has(Cap.MULTILINE)) {
            return false;
        }
        if (open == null || !open.id.equals(batch)) {
            fail(client, "MULTILINE_INVALID", "*", "there is no such batch");
        } else {
            open.add(client, line);
        }
        return true;
    }

    private void add(IrcSession client, IrcLine line) {
        int most = client.network().chat().settings().limits().textBytes();
        String piece = line.params().size() < 2 ? "" : line.params().get(1);
        if (line.params().isEmpty() || !line.params().getFirst().equalsIgnoreCase(target)) {
            wrong("MULTILINE_INVALID_TARGET", target, "all lines of a message go to the same target");
        } else if (verb != null && !verb.equalsIgnoreCase(line.verb())) {
            wrong("MULTILINE_INVALID", "*", "all lines of a message are of the same command");
        } else if (++lines > MOST_LINES) {
            wrong("MULTILINE_MAX_LINES", "" + MOST_LINES, "a message has at most so many lines");
        } else if (text.length() + piece.length() > most) {
            wrong("MULTILINE_MAX_BYTES", "" + most, "a message has at most so many bytes");
        } else {
            boolean concat = line.tags().containsKey("draft/multiline-concat");
            text.append(lines == 1 || concat ? "" : "\n").append(piece);
        }
        verb = line.verb();
    }

    private void wrong(String code, String about, String sentence) {
        if (wrong == null) {
            wrong = new String[]{code, about, sentence};
        }
    }

    private void end(IrcSession client) {
        int most = client.network().chat().settings().limits().textBytes();
        if (text.toString().getBytes(StandardCharsets.UTF_8).length > most) {
            wrong("MULTILINE_MAX_BYTES", "" + most, "a message has at most so many bytes");
        } else if (text.toString().isBlank()) {
            wrong("MULTILINE_INVALID", "*", "a message has at least one character");
        }
        String[] problem = wrong;
        if (problem != null) {
            fail(client, problem[0], problem[1], problem[2]);
        } else {
            Messages.say(client, verb == null ? "PRIVMSG" : verb.toUpperCase(Locale.ROOT), target,
                    MessageLines.text(text.toString()));
        }
    }

    private static void fail(IrcSession client, String code, String about, String sentence) {
        String word = about.isEmpty() || about.startsWith(":") ? "*" : about;
        IrcLine line = IrcLine.of("FAIL", "BATCH", code, word, sentence).from(client.network().name());
        client.session().perform(() -> client.send(line));
    }
}
