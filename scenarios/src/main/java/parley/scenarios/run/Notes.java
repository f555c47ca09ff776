package parley.scenarios.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.scenarios.language.Step;

/** Notes down what is played, for the {@link Course}. Any thread may add. */
final class Notes {

    private final Instant began = Instant.now();
    private final long start = System.nanoTime();
    private final Queue<Course.Played> steps = new ConcurrentLinkedQueue<>();
    private final Queue<Course.Exchange> sent = new ConcurrentLinkedQueue<>();

    /** A client is about to do what a step says. */
    void did(String client, Step.Act act) {
        sent.add(new Course.Exchange.Sent(since(System.nanoTime()), client, deed(act), act.written()));
    }

    private static String deed(Step.Act act) {
        return Arrays.stream(act.written().text().strip().split("\\s+"))
                .dropWhile(word -> word.equals("and") || act.clients().contains(word.replaceFirst(",$", "")))
                .collect(Collectors.joining(" "));
    }

    /** A step has been played. */
    void played(Step step, long from) {
        steps.add(new Course.Played(step.written(), since(from), Duration.ofNanos(System.nanoTime() - from)));
    }

    Course course(List<Actor> actors) {
        Stream<Course.Exchange> received = actors.stream().flatMap(this::received);
        return new Course(began, since(System.nanoTime()), List.copyOf(steps),
                Stream.concat(sent.stream(), received).sorted(Comparator.comparing(Course.Exchange::at)).toList());
    }

    /** As if nothing had been done and said. */
    Course time() {
        return new Course(began, since(System.nanoTime()), List.of(), List.of());
    }

    private Stream<Course.Exchange> received(Actor actor) {
        return actor.received().stream().map(entry -> new Course.Exchange.Received(since(entry.at()), actor.name(),
                Seen.text(entry, actor.nick()), entry.line(), entry.counts(), entry.matchedBy()));
    }

    private Duration since(long nanos) {
        return Duration.ofNanos(nanos - start);
    }
}
