package parley.scenarios.recording;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.protocol.irc.IrcLine;
import parley.protocol.irc.Source;
import parley.protocol.recording.Side;

/** One connection of IRC as steps: what the language has words for in those, the rest as it stood on the wire. */
final class IrcPart implements ScenarioWriter.Part {

    private static final Set<String> REGISTRATION = Set.of("CAP", "USER", "PASS", "AUTHENTICATE", "PING", "PONG");

    private final String actor;
    private String nick = "";
    private String password = "";
    private boolean left;

    IrcPart(String actor) {
        this.actor = actor;
    }

    @Override
    public List<String> steps(Side from, String text) {
        Optional<IrcLine> line = IrcLine.read(text);
        if (line.isEmpty()) {
            return List.of();
        }
        String verb = line.get().verb().toUpperCase(Locale.ROOT);
        return from == Side.CLIENT ? does(line.get(), verb, text) : sees(line.get(), verb);
    }

    private List<String> does(IrcLine line, String verb, String text) {
        if (verb.equals("PASS")) {
            password = param(line, 0);
        }
        if (REGISTRATION.contains(verb)) {
            return List.of();
        }
        if (verb.equals("NICK") && nick.isEmpty()) {
            nick = param(line, 0);
            return List.of(actor + " connects" + (nick.equals(actor) ? "" : " as " + nick) + " over irc"
                    + StepText.after("with password", password));
        }
        left |= verb.equals("QUIT");
        String step = step(line, verb);
        return List.of(actor + " " + (step == null ? "sends " + text : step));
    }

    private static @Nullable String step(IrcLine line, String verb) {
        String first = param(line, 0);
        boolean one = line.params().isEmpty() || (!first.contains(",") && !first.isEmpty()) || verb.equals("QUIT");
        return switch (one ? verb : "several") {
            case "JOIN" -> "joins " + first + StepText.after("with key", line.param(1));
            case "PART" -> "leaves " + first + StepText.after("because", line.param(1));
            case "PRIVMSG" -> "says " + (first.startsWith("#") ? "in " : "to ") + first + " "
                    + StepText.text(param(line, 1));
            case "NICK" -> "renames to " + first;
            case "TOPIC" -> line.params().size() > 1
                    ? "sets topic in " + first + " to " + StepText.text(param(line, 1))
                    : null;
            case "KICK" -> "kicks " + param(line, 1) + " from " + first + StepText.after("because", line.param(2));
            case "INVITE" -> "invites " + first + " to " + param(line, 1);
            case "QUIT" -> "disconnects" + StepText.after("because", line.param(0));
            default -> null;
        };
    }

    private List<String> sees(IrcLine line, String verb) {
        String who = line.source() == null ? "" : Source.read(line.source()).name();
        if (who.equals(nick)) {
            nick = verb.equals("NICK") ? param(line, 0) : nick;
            return List.of(); // what one does oneself is no news
        }
        String sight = Message.of(Side.SERVER, line.spell()).chatter() ? null : sight(line, verb, who);
        return sight == null ? List.of() : List.of(actor + " sees " + sight);
    }

    private @Nullable String sight(IrcLine line, String verb, String who) {
        String first = param(line, 0);
        return switch (verb) {
            case "JOIN" -> who + " join " + first;
            case "PART" -> who + " leave " + first;
            case "QUIT" -> who + " leave";
            case "PRIVMSG" -> who + " say " + (first.startsWith("#") ? "in " + first : "to " + nick) + " "
                    + StepText.pattern(param(line, 1));
            case "NICK" -> who + " rename to " + first;
            case "TOPIC" -> who + " set topic in " + first + " to " + StepText.pattern(param(line, 1));
            case "KICK" -> who + " kick " + param(line, 1) + " from " + first;
            case "INVITE" -> who + " invite " + first + " to " + param(line, 1);
            default -> null;
        };
    }

    private static String param(IrcLine line, int index) {
        String param = line.param(index);
        return param == null ? "" : param;
    }

    @Override
    public List<String> end(Side by) {
        boolean drops = by == Side.CLIENT && !nick.isEmpty() && !left;
        left |= by == Side.SERVER || drops;
        return drops ? List.of(actor + " drops") : List.of();
    }
}
