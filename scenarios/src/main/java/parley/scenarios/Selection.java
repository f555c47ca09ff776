package parley.scenarios;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.PatternSyntaxException;
import parley.protocol.text.Suggestion;
import parley.scenarios.language.Given;
import parley.scenarios.language.Parser;
import parley.scenarios.language.Scenario;
import parley.scenarios.language.ScenarioInvalid;
import parley.scenarios.report.Case;
import parley.scenarios.report.Telling;

/** The scenarios to run, read, in their order. */
public record Selection(List<Item> items) {

    /** A scenario, or what is wrong with it. */
    public sealed interface Item {
    }

    /** One that can be played. */
    public record Playable(Scenario scenario) implements Item {
    }

    /** A file that could not be found, read or understood. */
    public record Broken(Case told) implements Item {
    }

    public Selection {
        items = List.copyOf(items);
    }

    /**
     * Reads scenarios.
     *
     * @param filesOrDirectories files; of a directory all {@code *.chat} below it, in the order of their names
     * @param only names, with or without {@code .chat}, or globs, of those to take; empty for all. A glob with a slash is
     *         for the whole path
     */
    public static Selection of(List<Path> filesOrDirectories, List<String> only, Given given) {
        List<Item> items = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        for (Path path : filesOrDirectories) {
            try {
                for (Path file : ScenarioFiles.at(path)) {
                    files.add(file);
                    if (only.isEmpty() || only.stream().anyMatch(name -> fits(name, file))) {
                        items.add(read(file, given));
                    }
                }
            } catch (ScenarioFiles.NotFound e) {
                items.add(broken(path.toString(), String.valueOf(e.getMessage())));
            }
        }
        only.forEach(name -> check(name, files, items));
        checkVariables(given, items);
        return new Selection(items);
    }

    private static void check(String name, List<Path> files, List<Item> items) {
        if (files.stream().noneMatch(file -> fits(name, file))) {
            List<String> names = files.stream().map(Selection::name).toList();
            items.add(broken(name, "no scenario is called " + name
                    + Suggestion.nearest(name, names).map(near -> "; did you mean " + near + "?").orElse("")));
        }
    }

    private static boolean fits(String name, Path file) {
        try {
            PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + name);
            return name(file).equals(name) || matcher.matches(file) || matcher.matches(Path.of(name(file)))
                    || matcher.matches(file.getFileName());
        } catch (PatternSyntaxException e) {
            return false; // no glob, and so no file's name either
        }
    }

    /** What a scenario is called: its file's name without what all of them end in. */
    private static String name(Path file) {
        return file.getFileName().toString().replaceFirst("\\.chat$", "");
    }

    private static Item read(Path file, Given given) {
        try {
            return new Playable(Parser.file(file, given));
        } catch (ScenarioInvalid e) {
            return new Broken(Telling.of(file.toString(), e));
        }
    }

    /** A variable that no scenario has is one that somebody misspelt. */
    private static void checkVariables(Given given, List<Item> items) {
        Set<String> known = new TreeSet<>();
        items.forEach(item -> known.addAll(item instanceof Playable(Scenario scenario)
                ? scenario.variables().keySet()
                : given.values().keySet())); // what is broken may have any
        for (Map.Entry<String, String> value : given.values().entrySet()) {
            if (!known.contains(value.getKey())) {
                items.add(broken("--set " + value.getKey(), "no scenario here has a variable " + value.getKey()
                        + Suggestion.nearest(value.getKey(), known).map(near -> "; did you mean " + near + "?")
                                .orElse("")));
            }
        }
    }

    private static Item broken(String what, String sentence) {
        return new Broken(Telling.broken(what, sentence));
    }

    /** Those that can be played. */
    public List<Scenario> scenarios() {
        return items.stream().filter(Playable.class::isInstance).map(item -> ((Playable) item).scenario()).toList();
    }

    /** What is wrong with the others. */
    public List<Case> broken() {
        return items.stream().filter(Broken.class::isInstance).map(item -> ((Broken) item).told()).toList();
    }
}
