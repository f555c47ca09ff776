package parley.chatc;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parley.chatc.pipe.Arrivals;
import parley.chatc.pipe.Arrivals.Arrived;
import parley.chatc.pipe.Messages;
import parley.chatc.pipe.Output;
import parley.chatc.pipe.Sending;
import parley.chatc.pipe.Tally;
import parley.chatc.session.Session;
import parley.chatc.text.PlainText;
import parley.protocol.client.Disconnected;
import parley.protocol.text.TimeSpan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chatc ask}. */
@Command(name = "ask", versionProvider = Chatc.Version.class, mixinStandardHelpOptions = true, sortOptions = false,
        description = "Says something, and prints the first answer to it, in the room or to you alone.",
        footer = {"", "Exit status: 0 there was an answer, 1 the connection ended without one, 124 there was none in"
                + " time.", "", "Examples:", "  chatc ask 'may I deploy?' --expect '^(yes|no)' --within 5m",
                "  chatc ask '!uptime' --from bot --expect . --within 10s",
                "  chatc ask 'go?' --expect '^go$' --from alice && ./deploy.sh"})
final class AskCommand implements Callable<Integer> {

    private final Chatc chatc;

    @Option(names = "--expect", paramLabel = ToPattern.LABEL, converter = ToPattern.class, required = true,
            description = "What an answer has in its text, a regular expression as Java has them.")
    private @Nullable Pattern expect;

    @Option(names = "--within", paramLabel = ToTimeSpan.LABEL, converter = ToTimeSpan.class,
            description = "Wait no longer than this, like 30s or 5m; otherwise as long as the connection lasts.")
    private Duration within = TimeSpan.LONGEST;

    @Option(names = "--from", paramLabel = "NICK", description = "Only what this one says is an answer.")
    private @Nullable String from;

    @Parameters(paramLabel = "TEXT", arity = "1..*",
            description = "What to say: the arguments with a space between them.")
    private List<String> words = List.of();

    AskCommand(Chatc chatc) {
        this.chatc = chatc;
    }

    @Override
    public Integer call() throws Exception {
        String text = Piping.message(words, "ask something shorter");
        Deadline deadline = Deadline.in(within);
        Arrivals arrivals = new Arrivals(it -> PlainText.isOf(it.event()));
        try (Session session = chatc.options().open(chatc.shell(), true, arrivals)) {
            String room = chatc.options().enter(session, chatc.shell());
            Question question = new Question(room, session.welcomed().nick(), text,
                    Wanted.of(from, expect, Piping.notes(chatc.shell())));
            say(text, Piping.sending(session, room, arrivals), session, deadline);
            Arrived answer = answer(question, arrivals, deadline);
            new Output(chatc.shell().out()).print(Spelling.of(chatc.options()).line(answer));
            return Status.DONE;
        }
    }

    private void say(String text, Sending sending, Session session, Deadline deadline) throws Exception {
        Thread.ofPlatform().daemon().name("input").start(() -> sending.pump(Messages.of(text)));
        try {
            Tally tally = sending.outcome().get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
            if (!tally.troubles().isEmpty()) {
                throw tally.troubles().getLast() instanceof Tally.Ended end
                        ? ended(end.why())
                        : new Shortfall(tally, session.server()).complaint();
            }
        } catch (TimeoutException e) {
            throw tooLate();
        }
    }

    private Arrived answer(Question question, Arrivals arrivals, Deadline deadline) throws Exception {
        try {
            Optional<Arrived> arrived = arrivals.take(deadline.left());
            while (arrived.isPresent() && !question.isAnsweredBy(arrived.get().delivery().event())) {
                arrived = arrivals.take(deadline.left());
            }
            return arrived.orElseThrow(this::tooLate);
        } catch (Disconnected e) {
            throw ended(String.valueOf(e.getMessage()));
        }
    }

    private static Complaint ended(String why) {
        return new Complaint(Status.FAILED, "the connection ended before there was an answer: " + why);
    }

    private Complaint tooLate() {
        return new Complaint(Status.TIMED_OUT,
                "nobody said anything that matches " + expect + " within " + TimeSpan.write(within));
    }
}
