package parley.chatc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import parley.chatc.settings.Setting;
import parley.chatc.settings.Settings;
import parley.protocol.Password;
import parley.protocol.text.FileTrouble;

/**
 * Finds the password: asks for it, or takes it from a file or a variable. Never from the argument list, which everybody
 * on the machine can read.
 *
 * @param ask whether a person is to be asked
 */
record Passwords(Shell shell, Settings settings, boolean ask) {

    static final String ASK = "--ask-password";
    static final String FILE = "--password-file";
    static final String VARIABLE = "CHATC_PASSWORD";

    /** Where it comes from; empty if there is none. */
    Optional<String> from() {
        if (ask) {
            return Optional.of(ASK);
        }
        Optional<Setting> file = settings.passwordFile();
        boolean variable = shell.variable(VARIABLE).isPresent() && file.filter(it -> it.from().equals(FILE)).isEmpty();
        return variable ? Optional.of(VARIABLE) : file.map(it -> it.value() + ", which " + it.from() + " names");
    }

    /** The password; empty if there is none. */
    Optional<Password> read(String nick) throws Complaint {
        Optional<String> from = from();
        if (from.isEmpty()) {
            return Optional.empty();
        }
        String text = switch (from.get()) {
            case ASK -> asked(nick);
            case VARIABLE -> shell.variable(VARIABLE).orElseThrow();
            default -> firstLine(Path.of(settings.passwordFile().orElseThrow().value()));
        };
        if (text.isEmpty()) {
            throw new Complaint(Status.USAGE, "the password is empty: " + from.get());
        }
        return Optional.of(new Password(text));
    }

    private static String asked(String nick) throws Complaint {
        try {
            return Terminal.secret("password of " + nick + ": ");
        } catch (IOException e) {
            throw new Complaint(Status.USAGE, ASK + " needs a terminal to ask at: " + e.getMessage() + "; use " + FILE
                    + " or " + VARIABLE);
        }
    }

    private static String firstLine(Path file) throws Complaint {
        try {
            return Files.readString(file).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new Complaint(Status.USAGE, FileTrouble.reading("password file", file, e));
        }
    }
}
