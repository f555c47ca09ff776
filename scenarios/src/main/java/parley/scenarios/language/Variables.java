package parley.scenarios.language;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.protocol.text.Suggestion;

/** What {@code {name}} stands for from the beginning: what a scenario sets, and the environment it uses. One thread. */
final class Variables {

    private final Given given;
    private final Map<String, String> values = new LinkedHashMap<>();

    Variables(Given given) {
        this.given = given;
    }

    /**
     * A scenario has a variable. What is given from outside counts most, then what was set first.
     *
     * @param usual what it is if nobody says otherwise; null if somebody has to
     */
    void set(Slice name, @Nullable Slice usual) throws Mistake {
        if (!name.text().matches("[A-Za-z_][A-Za-z0-9_]*")) {
            throw new Mistake(name, "the name of a variable is letters, digits and _, and begins with no digit");
        }
        String value = given.values().get(name.text());
        if (value == null && usual == null && !values.containsKey(name.text())) {
            throw new Mistake(name, name.text() + " is not given: say --set " + name.text()
                    + "=…, or in the scenario, set " + name.text() + " to …");
        }
        String text = value == null && usual != null ? fill(usual) : value;
        if (text != null) {
            values.putIfAbsent(name.text(), text);
        }
    }

    private String fill(Slice slice) throws Mistake {
        Template template = Template.read(slice);
        for (String name : template.names()) {
            Optional<String> problem = problem(name);
            if (problem.isPresent()) {
                throw new Mistake(slice, problem.get());
            }
        }
        return template.fill(values);
    }

    /** Why a name stands for nothing; empty if it stands for something. */
    Optional<String> problem(String name) {
        return Given.isOfEnvironment(name) ? missing(name.substring(Given.ENVIRONMENT.length())) : unset(name);
    }

    private Optional<String> missing(String variable) {
        String value = given.environment().get(variable);
        if (value != null) {
            values.put(Given.ENVIRONMENT + variable, value);
            return Optional.empty();
        }
        return Optional.of("the environment has no " + variable
                + Suggestion.nearest(variable, given.environment().keySet())
                        .map(near -> "; did you mean {" + Given.ENVIRONMENT + near + "}?").orElse(""));
    }

    private Optional<String> unset(String name) {
        return values.containsKey(name)
                ? Optional.empty()
                : Optional.of("nothing was set as {" + name + "} before this"
                        + Suggestion.nearest(name, values.keySet()).map(near -> "; did you mean {" + near + "}?")
                                .orElse(""));
    }

    /** All that is known by now. */
    Map<String, String> values() {
        return values;
    }

    /** The names that a scenario has set. */
    List<String> names() {
        return values.keySet().stream().filter(name -> !Given.isOfEnvironment(name)).toList();
    }
}
