package parley.chatc;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import parley.chatc.pipe.Arrivals;
import parley.chatc.pipe.Arrivals.Arrived;
import parley.chatc.pipe.Output;
import parley.chatc.session.Session;
import parley.protocol.Event.Said;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code chatc tail}. */
@Command(name = "tail", versionProvider = Chatc.Version.class, mixinStandardHelpOptions = true, sortOptions = false,
        description = {"Prints what is said in the room from now on, a line each: HH:MM nick: text.",
                "A line end within a message is shown as ⏎, a control character as its picture."},
        footer = {"", "\"chatc: listening in #lobby as alice\" on standard error says that nothing will be missed"
                + " from there on.", "",
                "Examples:", "  chatc tail                                       reads along",
                "  chatc tail --json | jq -r '.from + \": \" + .text'   takes messages apart",
                "  timeout 60 chatc tail --count 1                  waits a minute for somebody to speak"})
final class TailCommand implements Callable<Integer> {

    private final Chatc chatc;

    @Option(names = "--count", paramLabel = "N", description = "End after so many messages.")
    private @Nullable Integer count;

    TailCommand(Chatc chatc) {
        this.chatc = chatc;
    }

    @Override
    public Integer call() throws Exception {
        long most = count == null ? Long.MAX_VALUE : count;
        if (most < 1) {
            throw new Complaint(Status.USAGE, "--count is at least 1, not " + count);
        }
        Arrivals arrivals = new Arrivals(it -> it.event() instanceof Said said && !said.past());
        try (Session session = chatc.options().open(chatc.shell(), false, arrivals)) {
            String room = chatc.options().enter(session, chatc.shell());
            chatc.shell().err().println(
                    Complaints.sentence("listening in " + room + " as " + session.welcomed().nick()));
            print(arrivals, room, most);
            return Status.DONE;
        }
    }

    /** Prints until there were enough, or until nobody reads any more, which is no less of an end. */
    private void print(Arrivals arrivals, String room, long most) throws Exception {
        Output output = new Output(chatc.shell().out());
        Spelling spelling = Spelling.of(chatc.options());
        for (long printed = 0; printed < most;) {
            Arrived arrived = arrivals.take();
            if (arrived.delivery().event() instanceof Said said && said.room().equals(room)) {
                if (!output.print(spelling.line(arrived))) {
                    return;
                }
                printed++;
            }
        }
    }
}
