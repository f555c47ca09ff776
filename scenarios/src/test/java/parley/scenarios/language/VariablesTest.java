package parley.scenarios.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a scenario sets, what it is given, and what it takes from the environment. */
final class VariablesTest {

    private static final Given NOTHING = new Given(Map.of(), Map.of());

    @Test
    void whatIsGivenCountsMoreThanWhatIsSet() throws ScenarioInvalid {
        String text = "set who to bob\nset greeting to hi, {who}\nalice connects\nalice says {greeting}\n";
        assertThat(read(text, NOTHING).variables()).isEqualTo(Map.of("who", "bob", "greeting", "hi, bob"));
        assertThat(read(text, new Given(Map.of("who", "carol"), Map.of())).variables())
                .isEqualTo(Map.of("who", "carol", "greeting", "hi, carol"));
    }

    @Test
    void whatIsGivenToOthersIsNoneOfTheScenarios() throws ScenarioInvalid {
        assertThat(read("alice connects\nalice sees welcome {motd}\n", new Given(Map.of("motd", "x"), Map.of()))
                .variables()).isEmpty();
    }

    @Test
    void whatIsUsedOfTheEnvironmentIsKnown() throws ScenarioInvalid {
        assertThat(read("alice connects with password {env.SECRET}\nalice sends {\"a\":\"{env.TOKEN}\"}\n",
                new Given(Map.of(), Map.of("SECRET", "s", "TOKEN", "t", "OTHER", "o"))).variables())
                .isEqualTo(Map.of("env.SECRET", "s", "env.TOKEN", "t"));
    }

    @Test
    void whatNobodyGivesIsAProblem() {
        assertThat(problems("""
                set who
                set 1st to x
                set greeting to {gretting}
                alice connects
                alice says {env.HOEM}
                alice sees bob say {env.NOWHERE}
                alice sends {env.HOEM}
                """)).isEqualTo("""
                x.chat:1:5: who is not given: say --set who=…, or in the scenario, set who to …
                    set who
                        ^^^
                x.chat:2:5: the name of a variable is letters, digits and _, and begins with no digit
                    set 1st to x
                        ^^^
                x.chat:3:17: nothing was set as {gretting} before this
                    set greeting to {gretting}
                                    ^^^^^^^^^^
                x.chat:5:12: the environment has no HOEM; did you mean {env.HOME}?
                    alice says {env.HOEM}
                               ^^^^^^^^^^
                x.chat:6:20: the environment has no NOWHERE
                    alice sees bob say {env.NOWHERE}
                                       ^^^^^^^^^^^^^
                x.chat:7:13: the environment has no HOEM; did you mean {env.HOME}?
                    alice sends {env.HOEM}
                                ^^^^^^^^^^""");
    }

    private static Scenario read(String text, Given given) throws ScenarioInvalid {
        return Parser.scenario("x.chat", text, given);
    }

    private static String problems(String text) {
        Given home = new Given(Map.of(), Map.of("HOME", "/root"));
        return catchThrowableOfType(ScenarioInvalid.class, () -> read(text, home)).getMessage();
    }
}
