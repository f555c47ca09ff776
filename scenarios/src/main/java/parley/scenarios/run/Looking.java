package parley.scenarios.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        Deadline deadline = deadline(List.of(look));
        for (Actor actor : cast.lookers(look.subjects(), look.expectation())) {
            Optional<Failure> failure = new Looker(this, actor, look.written()).look(look, deadline);
            if (failure.isPresent()) {
                return failure;
            }
        }
        return Optional.empty();
    }

    /** Has each client look for all that the block wants it to see; returns the first failure. */
    Optional<Failure> inAnyOrder(Step.InAnyOrder block) throws StepFailed, InterruptedException {
        Deadline deadline = deadline(block.steps());
        for (Map.Entry<Actor, List<AnyOrder.Wanted>> wanted : wanted(block.steps()).entrySet()) {
            Optional<Failure> failure = new Looker(this, wanted.getKey(), block.written())
                    .inAnyOrder(wanted.getValue(), deadline);
            if (failure.isPresent()) {
                return failure;
            }
        }
        return Optional.empty();
    }

    private Map<Actor, List<AnyOrder.Wanted>> wanted(List<Step> steps) throws StepFailed {
        Map<Actor, List<AnyOrder.Wanted>> wanted = new LinkedHashMap<>();
        for (Step step : steps) {
            if (step instanceof Step.Look look && look.expectation() instanceof Expectation.Sees(Sight sight)) {
                for (Actor actor : cast.lookers(look.subjects(), look.expectation())) {
                    wanted.computeIfAbsent(actor, key -> new ArrayList<>())
                            .addAll(Collections.nCopies(look.times(), new AnyOrder.Wanted(sight, look.written())));
                }
            }
        }
        return wanted;
    }

    /** Uses up what there is of what the block allows. */
    void optionally(Step.Optionally block) throws StepFailed, InterruptedException {
        for (Step step : block.steps()) {
            if (step instanceof Step.Look look && look.expectation() instanceof Expectation.Sees(Sight sight)) {
                Deadline deadline = deadline(List.of(look));
                for (Actor actor : cast.lookers(look.subjects(), look.expectation())) {
                    new Looker(this, actor, look.written()).perhaps(sight, look, deadline);
                }
            }
        }
    }

    /** As long as the most patient of these looks has. */
    private Deadline deadline(List<Step> looks) {
        return Deadline.in(looks.stream().map(step -> step instanceof Step.Look look ? look.within() : null)
                .map(within -> Objects.requireNonNullElse(within, patience)).max(Duration::compareTo)
                .orElse(patience));
    }

    /** One client looking, in one step. */
    private record Looker(Looking looking, Actor actor, Written step) {

        Optional<Failure> look(Step.Look look, Deadline deadline) throws StepFailed, InterruptedException {
            @Nullable Duration within = look.within();
            return switch (look.expectation()) {
                case Expectation.Sees(Sight sight) -> sees(sight, look, deadline);
                case Expectation.SeesNothingBut(Sight sight) -> seesNothingBut(sight, look, deadline);
                case Expectation.SeesNothing() -> absent(Entry::counts, within, deadline)
                        .map(entry -> failure(actor.name() + " saw something", came("nothing", entry)));
                case Expectation.DoesNotSee(Sight sight) -> absent(entry -> fits(sight, entry), within, deadline)
                        .map(entry -> failure(actor.name() + " saw it", came("not " + sight.phrase().text(), entry)));
            };
        }

        private Optional<Failure> sees(Sight sight, Step.Look look, Deadline deadline) throws InterruptedException {
            for (int i = 0; i < look.times(); i++) {
                Optional<Entry> entry = actor.transcript().await(candidate -> fits(sight, candidate), deadline);
                if (entry.isEmpty()) {
                    return Optional.of(notSeen(sight, look.within(), count(i, look)));
                }
                use(sight, entry.get());
            }
            return Optional.empty();
        }

        private static String count(int seen, Step.Look look) {
            return look.times() == 1 ? "" : ", but for " + seen + " of " + look.times() + " times";
        }

        private Optional<Failure> seesNothingBut(Sight sight, Step.Look look, Deadline deadline)
                throws StepFailed, InterruptedException {
            for (int i = 0; i < look.times(); i++) {
                Optional<Entry> entry =
                        actor.transcript().await(candidate -> candidate.counts() || fits(sight, candidate), deadline);
                if (entry.isEmpty()) {
                    return Optional.of(notSeen(sight, look.within(), count(i, look)));
                }
                if (!fits(sight, entry.get())) {
                    return Optional.of(failure(actor.name() + " saw something else first",
                            likeness(sight, entry.get())
                                    .map(likeness -> likeness.beside(sight, looking.cast().captures()))
                                    .orElseGet(() -> came(sight.phrase().text(), entry.get()))));
                }
                use(sight, entry.get());
            }
            return absent(Entry::counts, null, deadline)
                    .map(more -> failure(actor.name() + " saw more than that", came("nothing more", more)));
        }

        Optional<Failure> inAnyOrder(List<AnyOrder.Wanted> wanted, Deadline deadline) throws InterruptedException {
            AnyOrder order = new AnyOrder(wanted, actor.nick());
            Optional<AnyOrder.Found> found = actor.transcript()
                    .awaitAmong(entries -> order.in(entries, looking.cast().captures()), deadline);
            if (found.isPresent()) {
                looking.cast().capture(found.get().captures());
                actor.transcript().useAll(found.get().entries(), wanted.stream().map(AnyOrder.Wanted::step).toList());
                return Optional.empty();
            }
            List<Entry> open = actor.transcript().entries().stream().filter(Entry::open).toList();
            return order.missing(open, looking.cast().captures())
                    .map(want -> new Looker(looking, actor, want.step()).notSeen(want.sight(), null, ""))
                    .or(() -> Optional.of(new Looker(looking, actor, wanted.getFirst().step()).notSeen(
                            wanted.getFirst().sight(), null, ": two steps would have to see the same")));
        }

        void perhaps(Sight sight, Step.Look look, Deadline deadline) throws StepFailed, InterruptedException {
            boolean more = true;
            for (int i = 0; i < look.times() && more; i++) {
                Optional<Entry> entry = absent(candidate -> fits(sight, candidate), look.within(), deadline);
                entry.ifPresent(found -> use(sight, found));
                more = entry.isPresent();
            }
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

        private Failure notSeen(Sight sight, @Nullable Duration within, String more) {
            List<Entry> entries = actor.transcript().entries();
            Comparison nearest = entries.stream().filter(entry -> !entry.matched())
                    .flatMap(entry -> likeness(sight, entry).stream()).max(Likeness.ORDER)
                    .map(likeness -> likeness.beside(sight, looking.cast().captures()))
                    .orElseGet(() -> Comparison.of(sight, "", -1, looking.cast().captures()));
            String earlier = entries.stream().filter(entry -> fits(sight, entry)).findFirst().map(Looker::wasThere)
                    .orElse("");
            return failure(why(within) + (more.isEmpty() ? earlier : more), nearest, sight.kind() == Kind.LINE);
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
