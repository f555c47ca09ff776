package parley.chatd.dialect.irc;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.chatd.core.Manner;
import parley.chatd.core.Session;
import parley.chatd.core.Shared;
import parley.chatd.dialect.Dialect;
import parley.protocol.Event;
import parley.protocol.irc.IrcLine;
import parley.protocol.irc.Numeric;
import parley.protocol.line.Line;

/** IRC at one connection. */
final class IrcDialect implements Dialect {

    private static final byte[] NOTHING = {};

    private final IrcNetwork network;
    private volatile @Nullable IrcSession client;

    IrcDialect(IrcNetwork network) {
        this.network = network;
    }

    @Override
    public Manner manner() {
        return Manner.LOOKING;
    }

    @Override
    public void begin(Session session, Consumer<byte[]> out) {
        client = new IrcSession(network, session, out);
    }

    @Override
    public void read(Line line, Session session) {
        IrcSession known = client;
        if (known != null) {
            read(line, known);
        }
    }

    private static void read(Line line, IrcSession known) {
        switch (line) {
            case Line.Text text when isTooLong(text.text()) -> tooLong(known);
            case Line.Text text -> IrcLine.read(text.text()).ifPresentOrElse(it -> Verbs.handle(known, it),
                    () -> unreadable(known, text.text()));
            case Line.TooLong _ -> tooLong(known);
            case Line.NotUtf8 _ -> fail(known, "INVALID_UTF8", "a line is UTF-8; this one is not and was skipped");
        }
    }

    private static boolean isTooLong(String line) {
        if (line.length() * 3 <= IrcLine.MOST_BYTES - 2) {
            return false;
        }
        int tags = line.startsWith("@") ? line.indexOf(' ') + 1 : 0;
        return bytes(line.substring(0, tags)) > IrcLine.MOST_CLIENT_TAG_BYTES
                || bytes(line.substring(tags)) > IrcLine.MOST_BYTES - 2;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static void tooLong(IrcSession known) {
        known.session().perform(() -> known.send(Numeric.ERR_INPUTTOOLONG));
    }

    /** An empty line is nothing; anything else that is no line has a character in it that none has. */
    private static void unreadable(IrcSession known, String line) {
        if (!line.isBlank()) {
            fail(known, "INVALID_LINE", "a line has a command and no U+0000; this one was skipped");
        }
    }

    private static void fail(IrcSession known, String code, String sentence) {
        known.session().perform(() -> known.send(IrcLine.of("FAIL", "*", code, sentence).from(known.network().name())));
    }

    /** Asked for each message and each of its readers: most get what others get, and nothing is made for them. */
    @Override
    public byte[] encode(Shared shared) {
        IrcSession known = client;
        if (known == null) {
            return NOTHING;
        }
        Event first = shared.events().getFirst();
        return switch (first) {
            case Event.Told told -> Lines.bytes(known.encoding().lines.messages().told(told, known.nick()));
            case Event.Invited it -> invited(known, shared, it);
            case Event.Renamed it when known.nick().equals(it.from()) || known.nick().equals(it.to()) -> NOTHING;
            case Event.Left _ when shared.isGoodbye() -> shared.as(known.encoding().ofGoodbyes);
            default -> known.nick().equals(author(first))
                    ? own(known, shared, first)
                    : shared.as(known.encoding().ofEvents);
        };
    }

    /** Who is invited is told; others if they want to be, and did not do it themselves (IRCv3 invite-notify). */
    private static byte[] invited(IrcSession known, Shared shared, Event.Invited invited) {
        boolean news = known.has(Cap.INVITE_NOTIFY) && !known.nick().equals(invited.from());
        return news || known.nick().equals(invited.nick()) ? shared.as(known.encoding().ofEvents) : NOTHING;
    }

    /** What it has done itself: its own messages only if it wants them, and anything may answer a line with a label. */
    private static byte[] own(IrcSession known, Shared shared, Event first) {
        boolean message = first instanceof Event.Said || first instanceof Event.ToldRole;
        if (message && !known.has(Cap.ECHO_MESSAGE)) {
            return NOTHING;
        }
        Optional<List<IrcLine>> answer = known.labels().answerWith(() -> shared.events().stream()
                .flatMap(event -> known.encoding().lines.lines(event, false).stream()).toList());
        return answer.map(Lines::bytes).orElseGet(() -> shared.as(known.encoding().ofEvents));
    }

    /** Who did something that they are told of themselves; null for anything else. */
    private static @Nullable String author(Event event) {
        return switch (event) {
            case Event.Said it -> it.from();
            case Event.ToldRole it -> it.from();
            case Event.TopicSet it -> it.from();
            case Event.Kicked it -> it.from();
            case Event.RoleSet it -> it.from();
            case Event.RoomChanged it -> it.from();
            case Event.Restricted it -> it.from();
            case Event.Lifted it -> it.from();
            default -> null;
        };
    }

    @Override
    public byte[] encode(@Nullable String re, Event event) {
        IrcSession known = client;
        List<IrcLine> lines = switch (event) {
            case Event.Bye bye -> List.of(IrcLine.of("ERROR", "Closing link: " + bye.why().replace('\n', ' ')));
            case Event.Ping ping -> List.of(IrcLine.of("PING", network.name()));
            case Event.Answer answer when known != null && re != null -> known.answer(re, answer);
            case Event recalled when known != null -> {
                known.asking().take(recalled);
                yield List.of();
            }
            default -> List.of();
        };
        return Lines.bytes(lines);
    }

    @Override
    public void end() {
        IrcSession known = client;
        if (known != null) {
            known.setNick(null);
            Monitor.clear(known);
        }
    }
}
