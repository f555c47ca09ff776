package parley.chatd.dialect.irc;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import parley.protocol.irc.IrcLine;
import parley.protocol.irc.Pieces;

/** Lines as bytes, each with its end, and none longer than it may be. */
final class Lines {

    private static final int END = 2;

    private Lines() {
    }

    static byte[] bytes(List<IrcLine> lines) {
        if (lines.size() == 1) {
            return bytes(lines.getFirst());
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        lines.forEach(line -> all.writeBytes(bytes(line)));
        return all.toByteArray();
    }

    private static byte[] bytes(IrcLine line) {
        String text = line.spell();
        int tags = text.startsWith("@") ? text.indexOf(' ') + 1 : 0;
        String rest = text.substring(tags);
        return (text.substring(0, tags) + Pieces.first(rest, IrcLine.MOST_BYTES - END) + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** How many bytes of text fit into a line that begins like this one, which has no text yet. */
    static int room(IrcLine line) {
        return IrcLine.MOST_BYTES - END - " :".length() - line.spell().getBytes(StandardCharsets.UTF_8).length;
    }
}
