package parley.chatd;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
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
import parley.chatd.engine.SqliteLibrary;
import parley.chatd.log.LogOutput;
import parley.protocol.Address;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code chatd}. */
@CommandLine.Command(name = "chatd", versionProvider = Chatd.Version.class, mixinStandardHelpOptions = true,
        sortOptions = false, subcommands = PasswdCommand.class,
        description = "A chat server. Stop it with SIGTERM or Ctrl-C: it says goodbye to everyone. SIGHUP has it read its configuration again.",
        footer = {"",
                "Exit status: 0 stopped as asked, 2 wrong usage or configuration, 69 cannot listen or cannot use the history,",
                "130 interrupted twice.",
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

    @Option(names = "--irc-port", paramLabel = "N",
            description = "Listen for IRC as well, in the clear on this port; 0 takes any free one.")
    private @Nullable Integer ircPort;

    @Option(names = "--irc-port-file", paramLabel = "FILE",
            description = "The same as --port-file, with the port for IRC.")
    private @Nullable Path ircPortFile;

    @Option(names = "--memory",
            description = "Keep the history in memory only, 10,000 messages a room at most; it ends with the server.")
    private boolean memory;

    @Option(names = "--check", description = "Check the configuration and exit.")
    private boolean check;

    @Spec
    private @Nullable CommandSpec spec;

    /** Runs the daemon until it is told to stop. */
    public static void main(String[] args) {
        // TLS 1.2 lets a client ask for one handshake after the other, and each costs more than it costs the client.
        System.setProperty("jdk.tls.rejectClientInitiatedRenegotiation", "true");
        System.exit(new CommandLine(new Chatd()).execute(args));
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            String text = configFile == null ? "" : ConfigFile.text(configFile);
            Config config = configFile == null ? Config.standard() : ConfigFile.parse(configFile, text, this::warn);
            if (check) {
                out().println(configFile == null ? "the standard configuration is fine" : configFile + " is fine");
                return 0;
            }
            return serve(options(config), text);
        } catch (ConfigInvalid | PortFile.Unwritable e) {
            return complain(e.getMessage(), USAGE);
        } catch (CannotListen | HistoryUnusable e) {
            return complain(e.getMessage(), UNAVAILABLE);
        } catch (IllegalArgumentException e) {
            return complain(wrongPort() + ": " + e.getMessage(), USAGE);
        }
    }

    private String wrongPort() {
        return port == null || (port >= 0 && port <= 0xffff) ? "--irc-port" : "--port";
    }

    private void warn(String warning) {
        if (check) {
            complain(warning, 0);
        } else {
            LOG.warn(warning);
        }
    }

    /** What the command line says instead of the configuration file. */
    private Config options(Config config) {
        Config onPort = port == null ? config : config.onPort(port);
        return ircPort == null ? onPort : onPort.withIrc(ircPort);
    }

    private int serve(Config config, String text)
            throws CannotListen, HistoryUnusable, PortFile.Unwritable, InterruptedException {
        LogOutput.use(config.log());
        Signals signals = Signals.listen();
        try (Daemon daemon = Daemon.start(config, engine(config.history()));
             PortFile _ = portFile == null ? null : PortFile.write(portFile, daemon.address().port());
             PortFile _ = ircPortFile(daemon)) {
            LOG.info("listening at {}; the history is {}", daemon.signs(),
                    memory ? "in memory and ends with the server" : config.history().file());
            daemon.onRehash(signals::reload);
            ServiceManager manager = ServiceManager.ofEnvironment();
            goByWhatIsTold(signals, daemon, text, manager);
            manager.stopping("saying goodbye to everyone");
            LOG.info("stopping; sessions to say goodbye to: {}", daemon.chat().sessionCount());
        }
        LOG.info("stopped");
        return 0;
    }

    private @Nullable PortFile ircPortFile(Daemon daemon) throws PortFile.Unwritable {
        Path file = ircPortFile;
        Optional<Address> address = daemon.ircAddress();
        return file == null || address.isEmpty() ? null : PortFile.write(file, address.get().port());
    }

    /** Returns when told to stop. */
    private void goByWhatIsTold(Signals signals, Daemon daemon, String text, ServiceManager manager)
            throws InterruptedException {
        String status = "listening at " + daemon.signs();
        manager.ready(status);
        Watchdog.of(System.getenv(), manager).ifPresent(daemon::eachTick);
        Runnable reload = configFile == null
                ? () -> LOG.warn("there is nothing to read again: this chatd was started without --config")
                : new Reload(configFile, this::options, daemon, text)::reload;
        while (signals.next() == Signals.Told.RELOAD) {
            manager.reloading();
            reload.run();
            manager.ready(status);
        }
    }

    private Engine engine(Config.History history) throws HistoryUnusable {
        if (memory) {
            return new MemoryEngine(history.retentions().atMost(MemoryEngine.DEFAULT_HISTORY));
        }
        SqliteLibrary.keepIn(Config.stateFolder().resolve("native"));
        return FileEngine.open(history.file(), history.durability(), history.retentions(), InstantSource.system());
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
