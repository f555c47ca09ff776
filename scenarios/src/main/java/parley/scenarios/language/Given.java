package parley.scenarios.language;

import java.util.Map;

/**
 * What a scenario gets from outside.
 *
 * @param values of variables, by their names; they count more than what the scenario sets
 * @param environment of the process
 */
public record Given(Map<String, String> values, Map<String, String> environment) {

    /** What the names of the environment begin with. */
    static final String ENVIRONMENT = "env.";

    public Given {
        values = Map.copyOf(values);
        environment = Map.copyOf(environment);
    }

    /** Whether a name stands for something of the environment, which may be a secret and is shown nowhere. */
    public static boolean isOfEnvironment(String name) {
        return name.startsWith(ENVIRONMENT);
    }

    /** The environment of this process, and no values. */
    public static Given byEnvironment() {
        return new Given(Map.of(), System.getenv());
    }
}
