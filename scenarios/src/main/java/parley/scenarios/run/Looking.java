package parley.scenarios.run;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import parley.scenarios.language.Expectation;
import parley.scenarios.language.Kind;
import parley.scenarios.language.Sight;
import parley.scenarios.language.Step;
import parley.scenarios.language.Written;

/**
 * Looks for what clients must see, and must not.
 *
 * @param patience how long to wait for something unless a step says otherwise
 */
record Looking(Cast cast, Duration patience) {

    /** Has each of the step's clients look; returns the first failure. */
    Optional<Failure> look(Step.Look look) throws StepFailed, InterruptedException {
        Deadline deadline = Deadline.in(Objects.requireNonNullElse(look.within(), patience));
        for (Actor actor : cast.lookers(look.subjects(), look.expectation())) {
            Optional<Failure> failure = new Looker(this, actor, look.written()).look(look.expectation(), look.within(),
                    deadline);
            if (failure.isPresent()) {
                return failure;
            }
        }
        return Optional.empty();
    }

    /** One client looking, in one step. */
    private record Looker(Looking looking, Actor actor, Written step) {

        Optional<Failure> look(Expectation expectation, @Nullable Duration within, Deadline deadline)
                throws StepFailed, InterruptedException {
            return switch (expectation) {
                case Expectation.Sees(Sight sight) -> sees(sight, within, deadline);
                case Expectation.SeesNothingBut(Sight sight) -> seesNothingBut(sight, within, deadline);
                case Expectation.SeesNothing() -> absent(Entry::counts, within, deadline)
                        .map(entry -> failure(actor.name() + " saw something", came("nothing", entry)));
                case Expectation.DoesNotSee(Sight sight) -> absent(entry -> fits(sight, entry), within, deadline)
                        .map(entry -> failure(actor.name() + " saw it", came("not " + sight.phrase().text(), entry)));
            };
        }

        private Optional<Failure> sees(Sight sight, @Nullable Duration within, Deadline deadline)
                throws InterruptedException {
            Optional<Entry> entry = actor.transcript().await(candidate -> fits(sight, candidate), deadline);
            entry.ifPresent(found -> use(sight, found));
            return entry.isPresent() ? Optional.empty() : Optional.of(notSeen(sight, within));
        }

        private Optional<Failure> seesNothingBut(Sight sight, @Nullable Duration within, Deadline deadline)
                throws StepFailed, InterruptedException {
            Optional<Entry> entry =
                    actor.transcript().await(candidate -> candidate.counts() || fits(sight, candidate), deadline);
            if (entry.isEmpty()) {
                return Optional.of(notSeen(sight, within));
            }
            if (!fits(sight, entry.get())) {
                return Optional.of(failure(actor.name() + " saw something else first", likeness(sight, entry.get())
                        .map(likeness -> likeness.beside(sight, looking.cast().captures()))
                        .orElseGet(() -> came(sight.phrase().text(), entry.get()))));
            }
            use(sight, entry.get());
            return absent(Entry::counts, null, deadline)
                    .map(more -> failure(actor.name() + " saw more than that", came("nothing more", more)));
        }

        /**
         * What should not be there.
         *
         * @param within how long to wait for it to come; null for no longer than until all that was done has arrived
         */
        private Optional<Entry> absent(Predicate<Entry> kind, @Nullable Duration within, Deadline deadline)
                throws StepFailed, InterruptedException {
            Optional<Entry> found =
                    within == null ? Optional.empty() : actor.transcript().await(kind, deadline);
            if (found.isPresent()) {
                return found;
            }
            looking.cast().fence(actor);
            return actor.transcript().entries().stream().filter(Entry::open).filter(kind).findFirst();
        }

        private boolean fits(Sight sight, Entry entry) {
            return likeness(sight, entry).filter(Likeness::complete).isPresent();
        }

        private Optional<Likeness> likeness(Sight sight, Entry entry) {
            return Likeness.of(sight, entry, actor.nick(), looking.cast().captures());
        }

        private void use(Sight sight, Entry entry) {
            likeness(sight, entry).ifPresent(likeness -> looking.cast().capture(likeness.captures()));
            actor.transcript().use(entry, step);
        }

        private Failure notSeen(Sight sight, @Nullable Duration within) {
            List<Entry> entries = actor.transcript().entries();
            Comparison nearest = entries.stream().filter(entry -> !entry.matched())
                    .flatMap(entry -> likeness(sight, entry).stream()).max(Likeness.ORDER)
                    .map(likeness -> likeness.beside(sight, looking.cast().captures()))
                    .orElseGet(() -> Comparison.of(sight, "", -1, looking.cast().captures()));
            String earlier = entries.stream().filter(entry -> fits(sight, entry)).findFirst().map(Looker::wasThere)
                    .orElse("");
            return failure(why(within) + earlier, nearest, sight.kind() == Kind.LINE);
        }

        private String why(@Nullable Duration within) {
            return actor.transcript().end().map(end -> actor.over(end).problem()).orElseGet(() -> actor.name()
                    + " did not see it within " + Failure.time(Objects.requireNonNullElse(within, looking.patience())));
        }

        private static String wasThere(Entry entry) {
            return entry.passedBy().map(step -> "; it came, but before what " + Witnesses.where(step) + " saw")
                    .orElse("; it came once, and a step has seen it");
        }

        private Comparison came(String expected, Entry entry) {
            return new Comparison(expected, Seen.text(entry, actor.nick()));
        }

        private Failure failure(String problem, Comparison comparison) {
            return failure(problem, comparison, false);
        }

        private Failure failure(String problem, Comparison comparison, boolean raw) {
            return new Failure(step, problem, Optional.of(comparison),
                    new Witnesses(raw).of(actor, looking.cast().all()));
        }
    }
}
