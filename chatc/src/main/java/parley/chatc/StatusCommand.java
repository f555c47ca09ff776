package parley.chatc;

import java.time.Duration;
import java.util.concurrent.Callable;
import parley.chatc.pipe.Arrivals;
import parley.chatc.session.Server;
import parley.chatc.session.Session;
import parley.chatc.text.SafeText;
import parley.protocol.Address;
import parley.protocol.Delivery;
import parley.protocol.Event;
import parley.protocol.client.Client;
import parley.protocol.json.JsonLines;
import picocli.CommandLine.Command;

/** {@code chatc status}. It says no hello: it needs no nick, and nobody sees it come and go. */
@Command(name = "status", versionProvider = Chatc.Version.class, mixinStandardHelpOptions = true, sortOptions = false,
        description = "Prints whether the server is well: what it is, how long it has been up, how many people are there"
                + " in how many rooms, and how many messages it has taken since it started.",
        footer = {"", "Exit status: 1 if the server is there but has trouble, which is printed; 69 if it is not.", "",
                "Examples:", "  chatc status",
                "  chatc status --json | jq .sessions      how many people are there",
                "  until chatc status >/dev/null 2>&1; do sleep 1; done"})
final class StatusCommand implements Callable<Integer> {

    private final Chatc chatc;

    StatusCommand(Chatc chatc) {
        this.chatc = chatc;
    }

    @Override
    public Integer call() throws Exception {
        Server server = chatc.options().way(chatc.shell());
        try (Client client = server.connect(new Arrivals(it -> false))) {
            Event.Status status = Session.ask(client, new parley.protocol.Command.Status(), Event.Status.class);
            String text = chatc.options().json()
                    ? SafeText.json(JsonLines.write(Delivery.of(status))) + "\n"
                    : text(server.address(), status);
            chatc.shell().out().print(text);
            chatc.shell().out().flush();
            return status.trouble() == null ? Status.DONE : Status.FAILED;
        }
    }

    private static String text(Address server, Event.Status status) {
        return """
                server    %s at %s
                up        %s
                people    %d
                rooms     %d
                messages  %d
                """.formatted(SafeText.line(status.server()), server, text(Duration.ofSeconds(status.uptime())),
                status.sessions(), status.rooms(), status.messages())
                + (status.trouble() == null ? "" : "trouble   " + SafeText.line(status.trouble()) + "\n");
    }

    /** The two largest units of a time: a person wants to know how long, not how many seconds. */
    static String text(Duration up) {
        if (up.toDays() > 0) {
            return up.toDays() + "d " + up.toHoursPart() + "h";
        }
        if (up.toHours() > 0) {
            return up.toHours() + "h " + up.toMinutesPart() + "m";
        }
        return up.toMinutes() > 0 ? up.toMinutes() + "m " + up.toSecondsPart() + "s" : up.toSeconds() + "s";
    }
}
