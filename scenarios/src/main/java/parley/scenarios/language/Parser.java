package parley.scenarios.language;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The door to the language: reads scenarios, and single steps for those who get them one by one. Any thread. */
public final class Parser {

    private Parser() {
    }

    /**
     * Reads a file in UTF-8, with line ends of any system.
     *
     * @throws ScenarioInvalid naming file, line and column of everything that is wrong
     */
    public static Scenario file(Path file) throws ScenarioInvalid {
        try {
            return scenario(file.toString(), decoded(file, Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            throw new ScenarioInvalid("there is no scenario " + file);
        } catch (AccessDeniedException e) {
            throw new ScenarioInvalid("the scenario " + file + " may not be read");
        } catch (IOException e) {
            throw new ScenarioInvalid("the scenario " + file + " cannot be read: " + e.getMessage());
        }
    }

    private static String decoded(Path file, byte[] bytes) throws ScenarioInvalid {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            throw new ScenarioInvalid(file + ":" + (1 + text.chars().filter(c -> c == '\n').count())
                    + ": this line is not UTF-8, which a scenario has to be");
        }
        return text;
    }

    /**
     * Reads a whole scenario.
     *
     * @param source what problems and reports call it
     * @throws ScenarioInvalid naming line and column of everything that is wrong
     */
    public static Scenario scenario(String source, String text) throws ScenarioInvalid {
        return new ScenarioReader(source, text.startsWith("\ufeff") ? text.substring(1) : text).read();
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
     * Reads the configuration of a server.
     *
     * @param toml as in chatd's own configuration file
     * @throws ScenarioInvalid naming line and column of everything that is wrong
     */
    public static Step server(String toml) throws ScenarioInvalid {
        List<Written> lines = new ArrayList<>();
        toml.lines().forEach(line -> lines.add(new Written("server", lines.size() + 1, line)));
        return switch (ServerReader.read(new Written("", 1, "server"), lines)) {
            case ServerReader.Read read -> read.step();
            case ServerReader.NotRead not -> throw new ScenarioInvalid(not.problems());
        };
    }
}
