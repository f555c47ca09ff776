package parley.protocol.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What is said of files that cannot be read. */
final class FileTroubleTest {

    private static String sentence(IOException e) {
        return FileTrouble.reading("recording", Path.of("x.jsonl"), e);
    }

    @Test
    void whatIsWrongIsSaidInWords() {
        assertThat(sentence(new NoSuchFileException("x.jsonl"))).isEqualTo("there is no recording x.jsonl");
        assertThat(sentence(new AccessDeniedException("x.jsonl")))
                .isEqualTo("the recording x.jsonl cannot be read: permission denied");
        assertThat(sentence(new MalformedInputException(1)))
                .isEqualTo("the recording x.jsonl cannot be read: it is not UTF-8");
        assertThat(sentence(new FileSystemException("x.jsonl", null, "Too many levels of symbolic links")))
                .isEqualTo("the recording x.jsonl cannot be read: Too many levels of symbolic links");
        assertThat(sentence(new IOException("Is a directory")))
                .isEqualTo("the recording x.jsonl cannot be read: Is a directory");
    }
}
