package parley.chatd;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.chatd.config.Config;
import parley.chatd.config.ConfigFile;
import parley.chatd.config.ConfigInvalid;
import parley.chatd.core.Engine;
import parley.chatd.engine.FileEngine;
import parley.chatd.engine.HistoryUnusable;
import parley.chatd.engine.MemoryEngine;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code chatd}. */
@CommandLine.Command(name = "chatd", versionProvider = Chatd.Version.class, mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "A chat server. Stop it with SIGTERM or Ctrl-C: it says goodbye to everyone.",
        footer = {"",
                "Exit status: 0 stopped as asked, 2 wrong usage or configuration, 69 cannot listen or cannot use the history.",
                "",
                "Examples:", "  chatd                              listens at 127.0.0.1:7667",
                "  chatd --memory --port 0 --port-file /tmp/port   a throw-away server for a test",
                "  chatd --config chatd.toml --check  says what is wrong with a configuration"})
public final class Chatd implements Callable<Integer> {

    static final int USAGE = 2;
    static final int UNAVAILABLE = 69;

    private static final Logger LOG = LoggerFactory.getLogger(Chatd.class);

    @Option(names = "--config", paramLabel = "FILE", description = "Read the configuration from this TOML file.")
    private @Nullable Path configFile;

    @Option(names = "--port", paramLabel = "N", description = "Listen on this port instead; 0 takes any free one.")
    private @Nullable Integer port;

    @Option(names = "--port-file", paramLabel = "FILE",
            description = "Write the port into this file as soon as connections are accepted.")
    private @Nullable Path portFile;

    @Option(names = "--memory",
            description = "Keep the history in memory only, 10,000 messages a room at most; it ends with the server.")
    private boolean memory;

    @Option(names = "--check", description = "Check the configuration and exit.")
    private boolean check;

    private volatile boolean serving;

    @Spec
    private @Nullable CommandSpec spec;

    /** Runs the daemon until it is told to stop. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Chatd()).execute(args));
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            Config config = config();
            if (check) {
                out().println(configFile == null ? "the standard configuration is fine" : configFile + " is fine");
                return 0;
            }
            return serve(port == null ? config : config.onPort(port));
        } catch (ConfigInvalid e) {
            return complain(e.getMessage(), USAGE);
        } catch (CannotListen | HistoryUnusable e) {
            return complain(e.getMessage(), UNAVAILABLE);
        } catch (IllegalArgumentException e) {
            return complain("--port: " + e.getMessage(), USAGE);
        }
    }

    private Config config() throws ConfigInvalid {
        return configFile == null ? Config.standard() : ConfigFile.read(configFile);
    }

    private int serve(Config config) throws CannotListen, HistoryUnusable, InterruptedException {
        Daemon daemon = Daemon.start(config, engine(config.history()));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(daemon), "stop"));
        serving = true;
        try {
            LOG.info("listening at {}; the history is {}", daemon.address(),
                    memory ? "in memory and ends with the server" : config.history().file());
            writePort(daemon.address().port());
            new CountDownLatch(1).await();
            return 0;
        } catch (IOException e) {
            return complain("cannot write " + portFile + ": " + reason(e), USAGE);
        } finally {
            serving = false;
        }
    }

    /** The message of an exception about a file is often no more than its name. */
    private static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> "its folder does not exist";
            case AccessDeniedException denied -> "permission denied";
            case FileSystemException other -> String.valueOf(other.getReason());
            default -> String.valueOf(e.getMessage());
        };
    }

    private Engine engine(Config.History history) throws HistoryUnusable {
        return memory
                ? new MemoryEngine(Math.min(history.retention().messages(), MemoryEngine.DEFAULT_HISTORY))
                : FileEngine.open(history.file(), history.durability(), history.retention(), InstantSource.system());
    }

    /**
     * Runs when the JVM ends. After SIGTERM or SIGINT it would end with 143 or 130; a daemon that stops when told has not
     * failed. If it ends because serving failed, it keeps its status.
     */
    private void stop(Daemon daemon) {
        LOG.info("stopping");
        daemon.close();
        LOG.info("stopped");
        if (serving) {
            Runtime.getRuntime().halt(0);
        }
    }

    /** The file is there at once and whole, so that whoever waits for it can read it. */
    private void writePort(int bound) throws IOException {
        if (portFile != null) {
            Path draft = portFile.resolveSibling(portFile.getFileName() + ".new");
            try {
                Files.writeString(draft, bound + "\n");
                Files.move(draft, portFile, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
        }
    }

    private int complain(@Nullable String sentences, int status) {
        String.valueOf(sentences).lines().forEach(sentence -> err().println("chatd: " + sentence));
        return status;
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    private PrintWriter err() {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }

    /** Asks the build what version this is. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[]{"chatd " + Config.version()};
        }
    }
}
