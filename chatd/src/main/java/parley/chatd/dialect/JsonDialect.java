package parley.chatd.dialect;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import parley.chatd.core.Encoding;
import parley.chatd.core.Session;
import parley.chatd.core.Shared;
import parley.protocol.Delivery;
import parley.protocol.Event;
import parley.protocol.Refusal;
import parley.protocol.json.JsonLines;
import parley.protocol.json.ReadRequest;
import parley.protocol.line.Line;

/** JSON lines: the same for every connection. */
public final class JsonDialect implements Dialect {

    private static final Encoding SHARED = new Encoding() {
        @Override
        public byte[] encode(Event event) {
            return bytes(null, event);
        }
    };

    @Override
    public void read(Line line, Session session) {
        switch (line) {
            case Line.Text text -> read(text.text(), session);
            case Line.TooLong tooLong -> session.refuse(null, new Event.Refused(Refusal.LINE_TOO_LONG, "",
                    "a line has at most " + tooLong.limit() + " bytes; this one had more and was skipped"));
            case Line.NotUtf8 notUtf8 -> session.refuse(null,
                    new Event.Refused(Refusal.NOT_UTF8, "", "a line is UTF-8; this one is not and was skipped"));
        }
    }

    private static void read(String line, Session session) {
        if (line.isBlank()) {
            return; // a person at a raw connection pressed Enter
        }
        switch (JsonLines.readRequest(line)) {
            case ReadRequest.Understood it -> session.execute(it.request().ref(), it.request().command());
            case ReadRequest.NotUnderstood it -> session.refuse(it.ref(), it.refused());
        }
    }

    @Override
    public byte[] encode(Shared shared) {
        return shared.as(SHARED);
    }

    @Override
    public byte[] encode(@Nullable String re, Event event) {
        return bytes(re, event);
    }

    private static byte[] bytes(@Nullable String re, Event event) {
        return (JsonLines.write(new Delivery(re, event)) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
