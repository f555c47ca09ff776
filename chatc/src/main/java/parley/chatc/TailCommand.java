package parley.chatc;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parley.chatc.pipe.Arrivals;
import parley.chatc.pipe.NobodyReads;
import parley.chatc.pipe.Since;
import parley.chatc.session.LastingSession;
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
                "  chatc tail --since 10m                           what was said in the last ten minutes",
                "  chatc tail --since start --json >room.jsonl      all that is kept",
                "  chatc tail --from ci --match 'failed|broken' --count 1   waits until the build breaks"})
final class TailCommand implements Callable<Integer> {

    private final Chatc chatc;

    @Option(names = "--since", paramLabel = "TIME|CURSOR",
            description = "Begin with what was said since then, and end with the last that is there: a time back from"
                    + " now like 10m or 2h, 12:00, 2026-01-31, 2026-01-31T12:00:00Z; a message's cursor, to begin"
                    + " after it; start, for all that is kept.")
    private @Nullable String since;

    @Option(names = "--follow", description = "After the history, go on with what is said from now on; when the"
            + " connection is lost, come back, and print what was said meanwhile.")
    private boolean follow;

    @Option(names = "--count", paramLabel = "N", description = "End after so many messages.")
    private @Nullable Integer count;

    @Option(names = "--until-idle", paramLabel = ToTimeSpan.LABEL, converter = ToTimeSpan.class,
            description = "Follow, and end when so long nothing was printed, like 500ms or 30s.")
    private @Nullable Duration idle;

    @Option(names = "--from", paramLabel = "NICK", description = "Only what this one says.")
    private @Nullable String from;

    @Option(names = "--match", paramLabel = ToPattern.LABEL, converter = ToPattern.class,
            description = "Only what has this in its text, a regular expression as Java has them.")
    private @Nullable Pattern match;

    TailCommand(Chatc chatc) {
        this.chatc = chatc;
    }

    @Override
    public Integer call() throws Exception {
        if (count != null && count < 1) {
            throw new Complaint(Status.USAGE, "--count is at least 1, not " + count);
        }
        Arrivals arrivals = new Arrivals(it -> it.event() instanceof Said || it.re() != null);
        chatc.shell().outEnd().whenGone(arrivals::nobodyReads);
        Stay stay = new Stay(arrivals, Piping.notes(chatc.shell()));
        try (LastingSession session = chatc.options().openLasting(chatc.shell(), stay, stay::contact)) {
            print(session, stay, arrivals);
        } catch (NobodyReads e) {
            return Status.DONE; // no less of an end
        }
        return Status.DONE;
    }

    private void print(LastingSession session, Stay stay, Arrivals arrivals) throws Exception {
        String room = stay.enter(session, chatc.options().room(chatc.shell()));
        Tail tail = new Tail(arrivals, room, Wanted.of(from, match, Piping.notes(chatc.shell())),
                count == null ? Long.MAX_VALUE : count,
                chatc.shell(), Spelling.of(chatc.options()));
        if (since != null) {
            tail.history(session.session(), Since.read(since, Instant.now(), ZoneId.systemDefault()), follows());
        }
        if (!tail.hadEnough() && (since == null || follows())) {
            stay.listen(session, follow);
            tail.follow(idle);
        }
    }

    private boolean follows() {
        return follow || idle != null;
    }
}
