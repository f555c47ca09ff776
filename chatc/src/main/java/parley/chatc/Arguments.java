package parley.chatc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The arguments as they were typed. Where no locale is set, as in many a container, Java reads them as ASCII and loses
 * what is not; Linux still has their bytes.
 */
final class Arguments {

    private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");

    private Arguments() {
    }

    static String[] asTyped(String[] args) {
        boolean ascii = Arrays.stream(args).allMatch(arg -> arg.chars().allMatch(c -> c < 0x80));
        if (ascii || System.getProperty("sun.jnu.encoding", "").equals(StandardCharsets.UTF_8.name())) {
            return args;
        }
        try {
            return last(args, Files.readString(COMMAND_LINE).split("\0", -1));
        } catch (IOException e) {
            return args; // not Linux, or not UTF-8: Java's reading is as good as any
        }
    }

    /** The command line ends with what the program was given, and a NUL. */
    private static String[] last(String[] args, String[] commandLine) {
        int end = commandLine.length - 1;
        return end < args.length ? args : Arrays.copyOfRange(commandLine, end - args.length, end);
    }
}
