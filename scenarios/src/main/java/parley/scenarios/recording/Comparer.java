package parley.scenarios.recording;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import parley.protocol.recording.Marks;
import parley.scenarios.language.Match;
import parley.scenarios.language.Pattern;

/**
 * Holds what comes in this run against what the recording has. What varies is passed over, what is a mark is held to be
 * the same wherever it comes, secrets are what the environment says they are, and patterns in the recording come before
 * all that. One thread at a time.
 */
final class Comparer {

    private static final java.util.regex.Pattern PLACEHOLDER =
            java.util.regex.Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)}");

    private final Map<String, String> environment;
    private final Bindings bindings = new Bindings();
    private Map<String, String> captures = Map.of();

    /** @param environment where secrets are, by their names */
    Comparer(Map<String, String> environment) {
        this.environment = environment;
    }

    /** The first field that is not as it should be; if there is none, what the line tells of this run is known now. */
    Optional<Difference> compare(String who, Message expected, Marks marks, Message got) {
        Map<String, String> captured = new HashMap<>(captures);
        Optional<Difference> difference = difference(who, expected, marks, got, captured);
        if (difference.isEmpty()) {
            captures = captured;
            learn(who, expected, got);
        }
        return difference;
    }

    /** The first field that is not as it should be; nothing is learnt of it. */
    Optional<Difference> difference(String who, Message expected, Marks marks, Message got) {
        return difference(who, expected, marks, got, new HashMap<>(captures));
    }

    private Optional<Difference> difference(String who, Message expected, Marks marks, Message got,
            Map<String, String> captured) {
        if (!expected.name().equals(got.name())) {
            return Optional.of(new Difference("name", expected.name(), got.name()));
        }
        Set<String> names = new LinkedHashSet<>(expected.fields().keySet());
        names.addAll(got.fields().keySet());
        for (String name : names) {
            Field wanted = expected.fields().get(name);
            Field come = got.fields().get(name);
            String pattern = marks.match().get(name);
            boolean agrees = pattern == null
                    ? agrees(who, wanted, marks, come)
                    : matches(pattern, come == null ? "" : come.value(), captured);
            if (!agrees) {
                return Optional.of(new Difference(name, pattern == null ? shown(who, wanted) : pattern,
                        come == null ? "nothing" : come.value()));
            }
        }
        return Optional.empty();
    }

    private boolean agrees(String who, @Nullable Field wanted, Marks marks, @Nullable Field come) {
        if (wanted == null || come == null) {
            Field there = wanted == null ? come : wanted;
            return there != null && (there.nature() == Field.Nature.VARYING || there.space().equals(Field.REF));
        }
        return switch (wanted.nature()) {
            case VARYING -> true;
            case MARK -> bindings.agrees(who, wanted, come.value());
            case WORDS -> Words.same(bindings.text(wanted.value()), come.value());
            case FIXED -> marks.secrets().isEmpty()
                    ? bindings.text(wanted.value()).equals(come.value())
                    : secretly(wanted.value(), marks, come.value());
        };
    }

    /** A secret that the environment does not have may be any. */
    private boolean secretly(String wanted, Marks marks, String come) {
        StringBuilder regex = new StringBuilder();
        Matcher matcher = PLACEHOLDER.matcher(wanted);
        int from = 0;
        while (matcher.find()) {
            if (marks.secrets().contains(matcher.group(1))) {
                String secret = environment.get(matcher.group(1));
                regex.append(quoted(wanted.substring(from, matcher.start())))
                        .append(secret == null ? ".*" : quoted(secret));
                from = matcher.end();
            }
        }
        regex.append(quoted(wanted.substring(from)));
        return java.util.regex.Pattern.compile(regex.toString(), java.util.regex.Pattern.DOTALL).matcher(come)
                .matches();
    }

    private String quoted(String text) {
        return java.util.regex.Pattern.quote(bindings.text(text));
    }

    private static boolean matches(String pattern, String value, Map<String, String> captured) {
        if (Pattern.of(pattern).match(value, Map.copyOf(captured)) instanceof Match.Yes(var all)) {
            captured.putAll(all);
            return true;
        }
        return false;
    }

    private void learn(String who, Message expected, Message got) {
        expected.fields().forEach((name, field) -> {
            Field come = got.fields().get(name);
            if (field.nature() == Field.Nature.MARK && come != null) {
                bindings.bind(who, field, come.value());
            }
        });
    }

    private String shown(String who, @Nullable Field wanted) {
        if (wanted == null) {
            return "nothing";
        }
        String live = wanted.nature() == Field.Nature.MARK ? bindings.live(who, wanted) : null;
        return live == null ? bindings.text(wanted.value()) : live;
    }

    /** What this run's mark is in the recording; itself, if the recording does not have it. */
    String recorded(String who, Field live) {
        return bindings.recorded(who, live);
    }

    /** The value that a field of the recording has when it is said in this run. */
    String said(String who, Field field, Marks marks) {
        return switch (field.nature()) {
            case MARK -> {
                String live = bindings.live(who, field);
                if (live == null) {
                    bindings.bind(who, field, field.value());
                }
                yield live == null ? field.value() : live;
            }
            case VARYING -> field.value();
            case FIXED, WORDS -> bindings.text(filled(field.value(), marks));
        };
    }

    private String filled(String text, Marks marks) {
        String filled = text;
        for (Map.Entry<String, String> secret : secrets(marks).entrySet()) {
            filled = filled.replace("${" + secret.getKey() + "}", secret.getValue());
        }
        return filled;
    }

    private Map<String, String> secrets(Marks marks) {
        Map<String, String> secrets = new LinkedHashMap<>();
        for (String name : marks.secrets()) {
            String value = environment.get(name);
            if (value != null) {
                secrets.put(name, value);
            }
        }
        return secrets;
    }
}
