package parley.chatd;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import parley.chatd.accounts.Argon2Hash;
import parley.chatd.accounts.ScramVerifier;
import parley.chatd.accounts.StoredPassword;
import parley.chatd.config.AccountFile;
import parley.chatd.config.ConfigInvalid;
import parley.chatd.core.Nick;
import parley.chatd.core.Settings;
import parley.protocol.Password;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code chatd passwd}. */
@CommandLine.Command(name = "passwd", mixinStandardHelpOptions = true, sortOptions = false,
        description = {"Sets the password of an account, which comes into being if need be.",
                "Asks for the password, or reads one line if stdin is no terminal. Without --config, prints the lines to put into a configuration."},
        footer = {"", "A chatd that runs goes by it after SIGHUP.", "", "Examples:",
                "  chatd passwd alice --config chatd.toml     asks, and writes it down",
                "  pass show chat/alice | chatd passwd alice >> chatd.toml",
                "  chatd passwd alice --scram                 for SASL SCRAM-SHA-256 as well"})
final class PasswdCommand implements Callable<Integer> {

    private static final int LEAST = 8;

    @Parameters(paramLabel = "NICK", description = "The account, and the nick that it reserves.")
    private String nick = "";

    @Option(names = "--config", paramLabel = "FILE", description = "Write it into this configuration file.")
    private @Nullable Path configFile;

    @Option(names = "--scram", description = {
            "Keep it as a SCRAM-SHA-256 verifier, in the form PostgreSQL uses, rather than as Argon2id:",
            "so clients over IRC can prove that they know it without sending it."})
    private boolean scram;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        try {
            if (Nick.read(nick, Settings.Limits.DEFAULT.nickLength()) instanceof Nick.Invalid invalid) {
                throw new Refused(invalid.refused().text());
            }
            Password password = ask();
            set(scram ? ScramVerifier.of(password) : Argon2Hash.of(password));
            return 0;
        } catch (Refused | ConfigInvalid e) {
            String.valueOf(e.getMessage()).lines().forEach(line -> err().println("chatd passwd: " + line));
            return Chatd.USAGE;
        } catch (IOException e) {
            err().println("chatd passwd: " + configFile + " cannot be written: " + e.getMessage());
            return Chatd.USAGE;
        }
    }

    private void set(StoredPassword stored) throws ConfigInvalid, IOException {
        if (configFile == null) {
            out().print(AccountFile.table(nick, stored));
            out().flush();
        } else {
            AccountFile.setPassword(configFile, nick, stored);
            err().println("the password of " + nick + " is set in " + configFile + (scram ? ", for SCRAM as well" : "")
                    + "; a chatd that runs goes by it after SIGHUP");
        }
    }

    @SuppressWarnings("SystemConsoleNull") // JDK 25 went back to having no console where there is no terminal
    private Password ask() throws Refused {
        Console console = System.console();
        String password = console != null && console.isTerminal() ? twice(console) : line();
        if (password.codePointCount(0, password.length()) < LEAST) {
            throw new Refused("a password has at least " + LEAST + " characters");
        }
        return new Password(password);
    }

    private String twice(Console console) throws Refused {
        char[] first = read(console, "Password of " + nick + ": ");
        char[] second = read(console, "Once more: ");
        if (!Arrays.equals(first, second)) {
            throw new Refused("the two are not the same; nothing is changed");
        }
        return new String(first);
    }

    private static char[] read(Console console, String prompt) throws Refused {
        char[] read = console.readPassword("%s", prompt);
        if (read == null) {
            throw new Refused("no password was given; nothing is changed");
        }
        return read;
    }

    private static String line() throws Refused {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            return Objects.requireNonNullElse(in.readLine(), "");
        } catch (IOException e) {
            throw new Refused("stdin cannot be read: " + e.getMessage());
        }
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    private PrintWriter err() {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }

    /** What a person has to do otherwise. */
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String sentence) {
            super(sentence);
        }
    }
}
