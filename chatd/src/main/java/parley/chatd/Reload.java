package parley.chatd;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.chatd.config.Changes;
import parley.chatd.config.Config;
import parley.chatd.config.ConfigFile;
import parley.chatd.config.ConfigInvalid;
import parley.chatd.log.LogOutput;

/**
 * Reads the configuration file once more and has the daemon go by it, as far as that can be while people are there. A
 * file that is wrong changes nothing. The log says what came of it. One thread.
 */
final class Reload {

    private static final Logger LOG = LoggerFactory.getLogger(Reload.class);

    private final Path file;
    private final UnaryOperator<Config> options;
    private final Daemon daemon;
    private final String started;
    private String running;

    /**
     * @param options what the command line says instead of the file
     * @param started what stood in the file when the daemon was started with it
     */
    Reload(Path file, UnaryOperator<Config> options, Daemon daemon, String started) {
        this.file = file;
        this.options = options;
        this.daemon = daemon;
        this.started = started;
        this.running = started;
    }

    void reload() {
        try {
            String text = ConfigFile.text(file);
            Config config = options.apply(ConfigFile.parse(file, text, LOG::warn));
            daemon.reload(config);
            daemon.reloadCertificates().forEach(LOG::error);
            LogOutput.use(config.log());
            report(Changes.between(running, text).now(), Changes.between(started, text).atRestart());
            running = text;
        } catch (RuntimeException e) {
            // A defect of ours, which is no reason to end a server that serves.
            LOG.error("the configuration could not be read again", e);
        } catch (ConfigInvalid e) {
            LOG.error("the configuration stays as it was, because the file is wrong:");
            String.valueOf(e.getMessage()).lines().forEach(LOG::error);
        }
    }

    private static void report(List<String> now, List<String> atRestart) {
        LOG.info("the configuration was read again; {}",
                now.isEmpty() ? "nothing changed that can change now" : "changed: " + String.join(", ", now));
        if (!atRestart.isEmpty()) {
            LOG.warn("a change of this takes a restart: {}", String.join(", ", atRestart));
        }
    }
}
