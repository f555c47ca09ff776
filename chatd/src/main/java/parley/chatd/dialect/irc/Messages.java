package parley.chatd.dialect.irc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import parley.protocol.Command.Say;
import parley.protocol.Command.Tell;
import parley.protocol.Command.TellRole;
import parley.protocol.Event.Told;
import parley.protocol.irc.IrcLine;
import parley.protocol.irc.Numeric;

/** What people say: PRIVMSG, and NOTICE, to which nothing is ever answered. */
final class Messages {

    /** So many targets a line. */
    static final int MOST_TARGETS = 4;

    private Messages() {
    }

    static void privmsg(IrcSession client, IrcLine line) {
        if (Multiline.takes(client, line)) {
            return;
        }
        if (line.params().isEmpty() || targets(line.params().getFirst()).isEmpty()) {
            refuse(client, client.saying(Numeric.ERR_NORECIPIENT, "No recipient given (PRIVMSG)"));
        } else if (line.params().size() < 2 || line.params().get(1).isEmpty()) {
            refuse(client, client.numeric(Numeric.ERR_NOTEXTTOSEND));
        } else {
            say(client, "PRIVMSG", targets(line.params().getFirst()), line.params().get(1));
        }
    }

    static void notice(IrcSession client, IrcLine line) {
        if (!Multiline.takes(client, line) && line.params().size() >= 2 && !line.params().get(1).isEmpty()) {
            say(client, "NOTICE", targets(line.params().getFirst()), line.params().get(1));
        }
    }

    static List<String> targets(String list) {
        return Arrays.stream(list.split(",")).filter(target -> !target.isEmpty()).distinct().toList();
    }

    private static void say(IrcSession client, String verb, List<String> targets, String text) {
        client.setProfile(client.profile().speaking(client.network().now()));
        if (targets.size() > 1 && client.has(Cap.ECHO_MESSAGE)) {
            client.labels().expectSeveral();
        }
        targets.stream().limit(MOST_TARGETS).forEach(target -> say(client, verb, target, MessageLines.text(text)));
        if (targets.size() > MOST_TARGETS) {
            refuse(client, client.saying(Numeric.ERR_TOOMANYTARGETS,
                    "a message has at most " + MOST_TARGETS + " recipients; this one went to the first of them",
                    targets.get(MOST_TARGETS)));
        }
    }

    /** Says something to one target. */
    static void say(IrcSession client, String verb, String target, String text) {
        boolean notice = verb.equals("NOTICE");
        Optional<Signs.Some> some = Signs.read(target);
        if (some.isPresent()) {
            client.ask(verb, target, new TellRole(some.get().room(), some.get().role(), text, notice), Reply.NONE);
        } else if (target.startsWith("#")) {
            client.ask(verb, target, new Say(target, text, notice), Reply.NONE);
        } else {
            client.ask(verb, target, new Tell(target, text, notice), answer -> told(client, target, text, notice));
        }
    }

    private static List<IrcLine> told(IrcSession client, String target, String text, boolean notice) {
        List<IrcLine> lines = new ArrayList<>();
        if (client.has(Cap.ECHO_MESSAGE)) {
            lines.addAll(client.encoding().lines.messages()
                    .told(new Told(client.nick(), text, client.network().now(), notice), target));
        }
        if (!notice) {
            client.view().named(target).ifPresent(somebody -> lines.addAll(People.awayLine(client, somebody.nick())));
        }
        return lines;
    }

    /** In its turn, and at the session's pace. */
    private static void refuse(IrcSession client, IrcLine line) {
        client.session().perform(() -> client.send(line));
    }
}
