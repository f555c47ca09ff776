package parley.chatc.load;

import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;
import parley.protocol.Command;
import parley.protocol.Request;
import parley.protocol.json.JsonLines;

/**
 * A spelling, as far as a load needs it: bytes to send, and how many line ends make one message. Nothing is parsed on
 * the way: all members of a room get the same bytes, so that equal checksums mean equal messages in one order.
 */
public enum Wire {
    /** chatd's JSON lines. */
    JSON(1) {
        @Override
        String enter(String nick, String room) {
            return line(new Command.Hello(nick)) + line(new Command.Join(room));
        }

        @Override
        String fence() {
            return "{\"do\":\"sync\",\"ref\":\"" + FENCE + "\"}\n";
        }

        @Override
        String publish(String room, String text) {
            return "{\"do\":\"say\",\"room\":\"" + room + "\",\"text\":" + new JsonPrimitive(text) + "}\n";
        }

        private static String line(Command command) {
            return JsonLines.write(new Request(null, command)) + "\n";
        }
    },
    /** IRC, as any server of it speaks it to a client that asks for no extensions. */
    IRC(1) {
        @Override
        String enter(String nick, String room) {
            return "NICK " + nick + "\r\nUSER load 0 * :load\r\nJOIN " + room + "\r\n";
        }

        @Override
        String fence() {
            return "PING " + FENCE + "\r\n";
        }

        @Override
        String publish(String room, String text) {
            return "PRIVMSG " + room + " :" + text + "\r\n";
        }
    },
    /** Redis publish/subscribe (RESP2), for comparison. */
    REDIS(7) {
        @Override
        String enter(String nick, String room) {
            return nick.startsWith(PUBLISHER) ? "" : "SUBSCRIBE " + room + "\r\n";
        }

        @Override
        String fence() {
            return "PING " + FENCE + "\r\n";
        }

        @Override
        String publish(String room, String text) {
            int length = text.getBytes(StandardCharsets.UTF_8).length;
            return "*3\r\n$7\r\nPUBLISH\r\n$" + room.length() + "\r\n" + room + "\r\n$" + length + "\r\n" + text
                    + "\r\n";
        }
    };

    /** Comes back when all that was before it has. */
    static final String FENCE = "fence-of-the-load";
    static final String PUBLISHER = "publisher";

    private final int linesPerMessage;

    Wire(int linesPerMessage) {
        this.linesPerMessage = linesPerMessage;
    }

    int linesPerMessage() {
        return linesPerMessage;
    }

    /** What a connection sends first. */
    abstract String enter(String nick, String room);

    /** Asks for a sign that everything before it was done. */
    abstract String fence();

    /** One message. */
    abstract String publish(String room, String text);
}
