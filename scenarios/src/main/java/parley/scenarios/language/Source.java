package parley.scenarios.language;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import parley.protocol.text.FileTrouble;

/** Reads files, and takes texts apart into lines. */
final class Source {

    /** More than anybody writes; what is larger is something else. */
    private static final long MOST_BYTES = 64L << 20;

    private Source() {
    }

    /**
     * The text of a file in UTF-8.
     *
     * @throws ScenarioInvalid naming file, line and column if it is none
     */
    static String text(Path file) throws ScenarioInvalid {
        try {
            if (Files.isDirectory(file)) {
                throw new ScenarioInvalid(file + " is a directory, not a scenario");
            }
            if (Files.size(file) > MOST_BYTES) {
                throw new ScenarioInvalid("the scenario " + file + " has " + Files.size(file) + " bytes; at most "
                        + MOST_BYTES + " are read");
            }
            return decoded(file, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new ScenarioInvalid(FileTrouble.reading("scenario", file, e));
        }
    }

    private static String decoded(Path file, byte[] bytes) throws ScenarioInvalid {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            throw not(file, text, "here is the byte 0x%02X, which is not UTF-8; a scenario is a text in UTF-8"
                    .formatted(bytes[in.position()]));
        }
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            throw not(file, text.substring(0, nul), "here is a NUL, which no text has; a scenario is a text in UTF-8");
        }
        return text;
    }

    /** Something is wrong right after this text. */
    private static ScenarioInvalid not(Path file, String before, String sentence) {
        Written last = lines(file.toString(), before).getLast();
        return new ScenarioInvalid(List.of(new Problem(last, last.text().length(), 0, sentence)));
    }

    /** The lines of a text, whichever system's ends they have; without the mark some editors put before UTF-8. */
    static List<Written> lines(String source, String text) {
        String[] split = (text.startsWith("\ufeff") ? text.substring(1) : text).split("\r\n|\n|\r", -1);
        List<Written> lines = new ArrayList<>();
        for (int i = 0; i < split.length; i++) {
            lines.add(new Written(source, i + 1, split[i]));
        }
        return lines;
    }
}
