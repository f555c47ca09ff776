package parley.protocol.client.irc;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import parley.protocol.Event.Refused;
import parley.protocol.Refusal;
import parley.protocol.irc.IrcLine;

/** Which refusal an error of IRC is. */
final class Refusals {

    private static final Map<String, Refusal> BY_NUMERIC = Map.ofEntries(
            Map.entry("263", Refusal.RATE_LIMITED), Map.entry("401", Refusal.NO_SUCH_NICK),
            Map.entry("402", Refusal.NO_SUCH_NICK), Map.entry("403", Refusal.NO_SUCH_ROOM),
            Map.entry("404", Refusal.MODERATED), Map.entry("405", Refusal.TOO_MANY_ROOMS),
            Map.entry("406", Refusal.NO_SUCH_NICK), Map.entry("411", Refusal.FIELD_INVALID),
            Map.entry("412", Refusal.TEXT_EMPTY), Map.entry("417", Refusal.LINE_TOO_LONG),
            Map.entry("421", Refusal.UNKNOWN_COMMAND), Map.entry("431", Refusal.NICK_INVALID),
            Map.entry("432", Refusal.NICK_INVALID), Map.entry("433", Refusal.NICK_TAKEN),
            Map.entry("436", Refusal.NICK_TAKEN), Map.entry("437", Refusal.NICK_TAKEN),
            Map.entry("439", Refusal.RATE_LIMITED), Map.entry("441", Refusal.NO_SUCH_NICK),
            Map.entry("442", Refusal.NOT_A_MEMBER), Map.entry("451", Refusal.HELLO_FIRST),
            Map.entry("461", Refusal.FIELD_INVALID), Map.entry("462", Refusal.ALREADY_WELCOMED),
            Map.entry("464", Refusal.PASSWORD_WRONG), Map.entry("465", Refusal.BANNED),
            Map.entry("471", Refusal.ROOM_FULL), Map.entry("473", Refusal.INVITE_ONLY),
            Map.entry("474", Refusal.BANNED), Map.entry("475", Refusal.KEY_WRONG),
            Map.entry("476", Refusal.ROOM_INVALID), Map.entry("477", Refusal.MEMBERS_ONLY),
            Map.entry("478", Refusal.TOO_MANY_RESTRICTIONS), Map.entry("479", Refusal.ROOM_INVALID),
            Map.entry("481", Refusal.NOT_OPERATOR), Map.entry("482", Refusal.NOT_OPERATOR),
            Map.entry("485", Refusal.NOT_OPERATOR), Map.entry("902", Refusal.NICK_RESERVED),
            Map.entry("904", Refusal.PASSWORD_WRONG), Map.entry("905", Refusal.PASSWORD_WRONG));

    private Refusals() {
    }

    /** The refusal, if the line is an error: a numeric from 400 to 599, one that asks for patience, or a failure. */
    static Optional<Refused> in(IrcLine line) {
        if (line.verb().equals("FAIL")) {
            return Optional.of(failure(line.params()));
        }
        boolean error = line.verb().matches("[45]\\d\\d") && !line.verb().equals("422");
        if (!error && !BY_NUMERIC.containsKey(line.verb())) {
            return Optional.empty();
        }
        Refusal why = BY_NUMERIC.getOrDefault(line.verb(), Refusal.OTHER);
        List<String> params = line.params();
        String about = params.size() > 2 ? params.get(1) : "";
        return Optional.of(new Refused(why, about, params.isEmpty() ? line.verb() : params.getLast()));
    }

    /** {@code FAIL command code context… :text}: the code in capitals is the refusal's name, if there is one like it. */
    private static Refused failure(List<String> params) {
        String code = params.size() > 1 ? params.get(1) : "";
        String about = params.size() > 3 ? params.get(2) : "";
        return new Refused(Refusal.named(code.toLowerCase(Locale.ROOT).replace('_', '-')), about,
                params.isEmpty() ? "" : params.getLast());
    }
}
