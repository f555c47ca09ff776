package parley.scenarios.language;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The door to the language: reads scenarios, and single steps for those who get them one by one. Any thread. */
public final class Parser {

    private static final int INDENT = 4;

    private Parser() {
    }

    /**
     * Reads a file in UTF-8, with line ends of any system, and the environment of this process.
     *
     * @throws ScenarioInvalid naming file, line and column of everything that is wrong
     */
    public static Scenario file(Path file) throws ScenarioInvalid {
        return file(file, Given.byEnvironment());
    }

    /** The same with variables from outside. */
    public static Scenario file(Path file, Given given) throws ScenarioInvalid {
        return scenario(file.toString(), Source.text(file), given);
    }

    /**
     * Reads a whole scenario.
     *
     * @param source what problems and reports call it; what it includes is looked for beside it
     * @throws ScenarioInvalid naming line and column of everything that is wrong
     */
    public static Scenario scenario(String source, String text) throws ScenarioInvalid {
        return scenario(source, text, Given.byEnvironment());
    }

    /** The same with variables from outside. */
    public static Scenario scenario(String source, String text, Given given) throws ScenarioInvalid {
        return new ScenarioReader(source, text, given).read();
    }

    /**
     * Reads one step, without looking at what came before it.
     *
     * @throws ScenarioInvalid naming the column of what is wrong
     */
    public static Step step(String text) throws ScenarioInvalid {
        Written written = new Written("", 1, text);
        try {
            return StepReader.read(written);
        } catch (Mistake e) {
            throw new ScenarioInvalid(List.of(e.in(written)));
        }
    }

    /**
     * Reads a block, without looking at what came before it.
     *
     * @param head such as {@code in any order}
     * @param steps a line each
     * @throws ScenarioInvalid naming line and column of what is wrong; the head is line 1
     */
    public static Step block(String head, String steps) throws ScenarioInvalid {
        List<Problem> problems = new ArrayList<>();
        List<Step> read = new ArrayList<>();
        Lines lines = new Lines(Source.lines("block", head + "\n" + steps.indent(INDENT)));
        new LineReader(new Variables(Given.byEnvironment()), problems, List.of()).read(lines.next(), lines, read);
        if (!problems.isEmpty()) {
            throw new ScenarioInvalid(problems);
        }
        return read.getFirst();
    }

    /**
     * Reads the configuration of a server.
     *
     * @param toml as in chatd's own configuration file
     * @throws ScenarioInvalid naming line and column of everything that is wrong
     */
    public static Step server(String toml) throws ScenarioInvalid {
        List<Written> lines = new ArrayList<>();
        toml.lines().forEach(line -> lines.add(new Written("server", lines.size() + 1, line)));
        return switch (ServerReader.read(new Written("", 1, "server"), lines, new Variables(Given.byEnvironment()))) {
            case ServerReader.Read read -> read.step();
            case ServerReader.NotRead not -> throw new ScenarioInvalid(not.problems());
        };
    }
}
