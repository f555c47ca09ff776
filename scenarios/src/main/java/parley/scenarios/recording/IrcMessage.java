package parley.scenarios.recording;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.protocol.irc.IrcLine;
import parley.protocol.irc.ParamNature;
import parley.protocol.irc.Source;
import parley.protocol.recording.Side;

/** Lines of IRC, taken apart into tags, source and parameters. */
final class IrcMessage {

    /** In which order a client says who it is differs from library to library, and from version to version. */
    private static final Set<String> REGISTRATION = Set.of("PASS", "NICK", "USER");
    private static final Set<String> PER_PERSON = Set.of("PRIVMSG", "NOTICE");
    private static final int FIRST_WORDS_OF_ROOM = 3;

    private final Side from;
    private final IrcLine line;
    private final Message.Values values;

    private IrcMessage(Side from, IrcLine line, Message.Values values) {
        this.from = from;
        this.line = line;
        this.values = values;
    }

    static Message of(Side from, String text) {
        Optional<IrcLine> read = IrcLine.read(text);
        if (read.isEmpty()) {
            return new Message("a line that is no IRC", "", text.isBlank(), Map.of("line", Field.fixed(text)));
        }
        IrcLine line = read.get();
        Map<String, Field> fields = new LinkedHashMap<>();
        new IrcMessage(from, line, (name, field) -> {
            fields.put(name, field);
            return field.value();
        }).rewritten();
        String verb = line.verb().toUpperCase(Locale.ROOT);
        return new Message(verb, lane(from, verb, line), isChatter(from, verb, line), fields);
    }

    static String rewrite(Side from, String text, Message.Values values) {
        Optional<IrcLine> read = IrcLine.read(text);
        if (read.isEmpty()) {
            return text;
        }
        IrcLine rewritten = new IrcMessage(from, read.get(), values).rewritten();
        return rewritten.equals(read.get()) ? text : rewritten.spell();
    }

    static String pong(Side from, String text) {
        Optional<IrcLine> read = IrcLine.read(text).filter(it -> it.verb().equalsIgnoreCase("PING"));
        if (read.isEmpty()) {
            return "";
        }
        String token = read.get().params().isEmpty() ? "" : read.get().params().getFirst();
        return from == Side.SERVER
                ? IrcLine.of("PONG", token).spell()
                : IrcLine.of("PONG", "stand-in", token).from("stand-in").spell();
    }

    /** A server's notices to nobody in particular are its talk of itself; so are modes it gives whoever comes. */
    private static boolean isChatter(Side from, String verb, IrcLine line) {
        boolean toNobody = verb.equals("NOTICE") && from == Side.SERVER && !isPerson(line.source())
                && !isRoom(line.param(0));
        boolean ownModes = verb.equals("MODE") && from == Side.SERVER && !isRoom(line.param(0));
        return ParamNature.isChatter(verb) || toNobody || ownModes;
    }

    private static String lane(Side from, String verb, IrcLine line) {
        for (int i = 0; i < Math.min(FIRST_WORDS_OF_ROOM, line.params().size()); i++) {
            if (isRoom(line.params().get(i))) {
                return line.params().get(i).toLowerCase(Locale.ROOT);
            }
        }
        if (from == Side.CLIENT && REGISTRATION.contains(verb)) {
            return verb;
        }
        return PER_PERSON.contains(verb) ? "private" : "";
    }

    private static boolean isRoom(@Nullable String param) {
        return param != null && (param.startsWith("#") || param.startsWith("&"));
    }

    private static boolean isPerson(@Nullable String source) {
        return source != null && Source.read(source).host() != null;
    }

    private IrcLine rewritten() {
        Map<String, String> tags = new LinkedHashMap<>();
        line.tags().forEach((key, value) -> tags.put(key, values.of("@" + key, tag(key, value))));
        String verb = line.verb();
        String source = isPerson(line.source()) ? source(Source.read(String.valueOf(line.source()))) : line.source();
        List<String> params = new ArrayList<>();
        for (int i = 0; i < line.params().size(); i++) {
            params.add(values.of(Integer.toString(i), param(ParamNature.of(verb, i), line.params().get(i), i)));
        }
        return new IrcLine(tags, source, verb, params);
    }

    private String source(Source source) {
        String nick = values.of("source", Field.nick(source.name(), false));
        return new Source(nick, source.user(), source.host()).toString();
    }

    private Field tag(String key, String value) {
        return switch (key) {
            case "time" -> Field.varying(value);
            case "msgid", "batch" -> Field.mark(value, key, from == Side.SERVER);
            case "label" -> Field.mark(value, Field.REF, from == Side.CLIENT);
            default -> Field.fixed(value);
        };
    }

    private Field param(ParamNature nature, String value, int index) {
        return switch (nature) {
            case FIXED -> Field.fixed(value);
            case VARYING -> Field.varying(value);
            case NAME -> Field.nick(value, false);
            case NEW_NICK -> Field.nick(value, from == Side.CLIENT && index == 0);
            case WORDS -> Field.words(value);
            case MARK -> Field.mark(value, line.verb().equalsIgnoreCase("BATCH") ? "batch" : "token", true);
        };
    }
}
