package parley.scenarios.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Blocks: what belongs to them, and what is wrong with them. */
final class BlockTest {

    @Test
    void whatIsIndentedBelongsToTheBlock() throws ScenarioInvalid {
        List<Step> steps = Parser.scenario("x.chat", """
                alice and bob connect

                # They talk
                together
                    # all at once
                    alice says hi

                    bob says ho
                repeat 3 times
                \tin any order
                \t\talice sees bob say ho
                \t\tbob sees alice say hi
                \talice says {round}
                optionally
                  bob sees alice say *
                bob drops
                """).phases().getLast().steps();
        assertThat(steps).extracting(step -> step.getClass().getSimpleName()).containsExactly("Together", "Repeat",
                "Optionally", "Act");
        Step.Repeat repeat = (Step.Repeat) steps.get(1);
        assertThat(repeat.times()).isEqualTo(3);
        assertThat(repeat.steps()).extracting(step -> step.getClass().getSimpleName()).containsExactly("InAnyOrder",
                "Act");
        assertThat(repeat.lines()).extracting(Written::line).containsExactly(9, 10, 11, 12, 13);
    }

    @Test
    void allThatIsWrongIsReported() {
        assertThat(problems("""
                alice connects
                in any ordre
                together
                    network cuts alice
                    alice does not see bob join
                optionally
                    alice says hi
                in any order
                    alice sees bob join
                      alice sees bob leave
                  alice sees bob join
                repeat some times
                    alice says hi
                """)).isEqualTo("""
                x.chat:2:8: "ordre" is not a step of that kind; did you mean order?
                    in any ordre
                           ^^^^^
                x.chat:4:5: together stands what clients who are named do and see
                        network cuts alice
                        ^^^^^^^^^^^^^^^^^^
                x.chat:5:5: together stands what clients who are named do and see
                        alice does not see bob join
                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^
                x.chat:7:5: only what is seen is optional
                        alice says hi
                        ^^^^^^^^^^^^^
                x.chat:10:1: this line is not indented as the one before it in the same block
                          alice sees bob leave
                    ^^^^^^
                x.chat:11:1: this line is not indented as the one before it in the same block
                      alice sees bob join
                    ^^
                x.chat:12:8: a number has digits alone, at most nine; "some" is none
                    repeat some times
                           ^^^^
                x.chat:13:1: this line is indented, but the line it would belong to opens no block
                        alice says hi
                    ^""");
    }

    @Test
    void aBlockCanBeReadAlone() throws ScenarioInvalid {
        Step.Repeat repeat = (Step.Repeat) Parser.block("repeat 2 times", "together\n  bob drops\nalice says hi\n");
        assertThat(repeat.steps()).hasSize(2);
        assertThat(catchThrowableOfType(ScenarioInvalid.class, () -> Parser.block("together", "alice drosp"))
                .getMessage()).startsWith("block:2:11: \"drosp\" is not something");
    }

    @Test
    void aBlockHasSteps() {
        assertThat(problems("alice connects\ntogether\nalice says hi\n")).isEqualTo("""
                x.chat:2:1: below this are missing the steps it is about, indented
                    together
                    ^^^^^^^^""");
    }

    @Test
    void whatIsOptionalCapturesNothingForSure() {
        assertThat(problems("""
                alice connects
                optionally
                    alice sees bob say {what}
                alice says {what}
                """)).contains("x.chat:4:12: nothing was captured as {what} before this");
    }

    @Test
    void roundsHaveNumbersOnlyInside() {
        assertThat(problems("alice connects\nrepeat 2 times\n  alice says {round}\nalice says {round}\n"))
                .startsWith("x.chat:4:12: nothing was captured as {round} before this");
    }

    @Test
    void whoNeverConnectsHasNoNetwork() {
        assertThat(problems("network delays blob by 5ms\nbob connects\n"))
                .startsWith("x.chat:1:16: blob never connects; did you mean bob?");
    }

    private static String problems(String text) {
        return catchThrowableOfType(ScenarioInvalid.class, () -> Parser.scenario("x.chat", text)).getMessage();
    }
}
