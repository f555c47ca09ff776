package parley.protocol.text;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Says what is wrong with a file: the message of an exception about one is often no more than its name. */
public final class FileTrouble {

    private FileTrouble() {
    }

    /** Why it cannot be read, in a few words. */
    public static String reading(IOException e) {
        return e instanceof NoSuchFileException ? "there is no such file" : other(e);
    }

    /**
     * The same in a sentence without its full stop: {@code there is no recording x.jsonl}, or
     * {@code the recording x.jsonl cannot be read: permission denied}.
     *
     * @param kind what it should be, such as {@code file}
     */
    public static String reading(String kind, Path file, IOException e) {
        return e instanceof NoSuchFileException
                ? "there is no " + kind + " " + file
                : "the " + kind + " " + file + " cannot be read: " + other(e);
    }

    /** Why it cannot be written, in a few words. */
    public static String writing(IOException e) {
        return e instanceof NoSuchFileException ? "its folder does not exist" : other(e);
    }

    private static String other(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> "permission denied";
            case CharacterCodingException it -> "it is not UTF-8";
            case FileSystemException it when it.getReason() != null -> it.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }
}
