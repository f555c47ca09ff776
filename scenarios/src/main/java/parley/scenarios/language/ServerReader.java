package parley.scenarios.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import parley.chatd.config.ConfigFile;
import parley.chatd.config.ConfigInvalid;
import parley.protocol.recording.ServerSecrets;

/** Reads the configuration of a server, which is chatd's own. */
final class ServerReader {

    private static final Pattern PROBLEM = Pattern.compile("scenario:(\\d{1,9}):(\\d{1,9}): (.*)");

    private static final Pattern ENVIRONMENT = Pattern.compile("\\{(env\\.[A-Za-z_][A-Za-z0-9_]*)}");

    private ServerReader() {
    }

    /** What came of it. */
    sealed interface Reading {
    }

    record Read(Step step) implements Reading {
    }

    record NotRead(List<Problem> problems) implements Reading {
    }

    /**
     * @param head the line that says {@code server}
     * @param lines the lines below it
     * @param variables of which it may have those of the environment
     */
    static Reading read(Written head, List<Written> lines, Variables variables) {
        List<Problem> unknown = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (Written line : lines) {
            ENVIRONMENT.matcher(line.text()).results().map(found -> found.group(1)).forEach(name -> {
                names.add(name);
                variables.problem(name)
                        .ifPresent(sentence -> unknown.add(Problem.with("{" + name + "}", line, sentence)));
            });
        }
        return unknown.isEmpty() ? read(head, lines, names, variables.values()) : new NotRead(unknown);
    }

    private static Reading read(Written head, List<Written> lines, Set<String> names, Map<String, String> values) {
        try {
            String toml = ServerSecrets.fill(lines.stream().map(Written::text).collect(Collectors.joining("\n")),
                    names.stream().collect(Collectors.toMap(name -> "{" + name + "}", values::get)));
            return new Read(
                    new Step.Configure(head, ConfigFile.parse("scenario", toml), toml.stripTrailing().stripIndent()));
        } catch (ConfigInvalid e) {
            return new NotRead(String.valueOf(e.getMessage()).lines().map(line -> problem(line, head, lines)).toList());
        }
    }

    private static Problem problem(String message, Written head, List<Written> lines) {
        Matcher matcher = PROBLEM.matcher(message);
        int line = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
        if (line < 1 || line > lines.size()) {
            return new Problem(head, 0, head.text().length(), message);
        }
        Written written = lines.get(line - 1);
        int index = Math.min(Integer.parseInt(matcher.group(2)) - 1, written.text().length());
        return new Problem(written, index, wordLength(written.text().substring(index)), matcher.group(3));
    }

    private static int wordLength(String text) {
        return (int) text.chars().takeWhile(c -> c != '=' && !Slice.blank((char) c)).count();
    }
}
