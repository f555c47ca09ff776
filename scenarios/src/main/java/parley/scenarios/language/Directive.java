package parley.scenarios.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import parley.protocol.text.TimeSpan;

/**
 * A row of the table of lines that are about no client's doing: blocks, the server, the network.
 *
 * @param inside what stands below it, indented; null if nothing does
 * @param maker makes the step of what fills the blanks and of the indented steps
 */
record Directive(Form form, @Nullable Inside inside, Maker maker) {

    /** Makes a step. */
    interface Maker {
        Step make(Written written, Slots slots, List<Step> steps) throws Mistake;
    }

    /**
     * What stands in a block.
     *
     * @param sentence for the one who wrote something else there
     */
    record Inside(Predicate<Step> fits, String sentence) {
    }

    /** The words that these lines begin with, and those that the reader itself knows: no client can be called so. */
    static final Set<String> WORDS = Set.of("in", "optionally", "together", "repeat", "server", "network", "set",
            "include");

    private static final List<Directive> TABLE = new ArrayList<>();

    static {
        block("in any order", new Inside(Directive::sees, "only what is seen stands in any order"),
                (line, s, steps) -> new Step.InAnyOrder(line, steps));
        block("optionally", new Inside(Directive::sees, "only what is seen is optional"),
                (line, s, steps) -> new Step.Optionally(line, steps));
        block("together", new Inside(Directive::ofClients, "together stands what clients who are named do and see"),
                (line, s, steps) -> new Step.Together(line, steps));
        block("repeat NUMBER times", new Inside(step -> !(step instanceof Step.Configure), "a scenario has one server"),
                (line, s, steps) -> new Step.Repeat(line, s.number(0), steps));
        for (ServerFate fate : ServerFate.values()) {
            line(fate.words(), (line, s, steps) -> new Step.Serve(line, fate));
        }
        line("network delays NICKS by SPAN", (line, s, steps) -> network(line, s, delay(s.word(1))));
        line("network cuts NICKS", (line, s, steps) -> network(line, s, new Fault.Cut()));
        line("network trickles NICKS", (line, s, steps) -> network(line, s, new Fault.Trickle()));
        line("network throttles NICKS to RATE",
                (line, s, steps) -> network(line, s, new Fault.Throttle(Rate.read(s.word(1)))));
        line("network heals NICKS", (line, s, steps) -> network(line, s, new Fault.Heal()));
    }

    private static void line(String written, Maker maker) {
        TABLE.add(new Directive(Form.of(written), null, maker));
    }

    private static void block(String written, Inside inside, Maker maker) {
        TABLE.add(new Directive(Form.of(written), inside, maker));
    }

    private static Step network(Written line, Slots slots, Fault fault) {
        return new Step.Network(line, Arrays.asList(slots.word(0).text().split(", ", -1)), fault);
    }

    private static Fault delay(Slice span) throws Mistake {
        return new Fault.Delay(TimeSpan.read(span.text())
                .orElseThrow(() -> new Mistake(span, "how long stands here as it is, like 50ms")));
    }

    private static boolean sees(Step step) {
        return step instanceof Step.Look look && look.expectation() instanceof Expectation.Sees;
    }

    private static boolean ofClients(Step step) {
        return step instanceof Step.Act
                || (step instanceof Step.Look look && sees(look) && look.subjects() instanceof Subjects.Named);
    }

    /** All rows of the table. */
    static List<Directive> all() {
        return Collections.unmodifiableList(TABLE);
    }
}
