package parley.scenarios.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.chatd.config.Config;
import parley.protocol.Address;
import parley.protocol.Dialect;
import parley.scenarios.Target;
import parley.scenarios.language.Shown;

/** A server that a command starts when the first client connects, and that ends with the scenario. */
final class StartedServer implements Server {

    private final String command;
    private final Duration patience;
    private @Nullable Child child;
    private @Nullable Path folder;
    private int lives;
    private List<String> printed = List.of();

    StartedServer(String command, Duration patience) {
        this.command = command;
        this.patience = patience;
    }

    @Override
    public void configure(Config config) {
        // The command configures it.
    }

    @Override
    public synchronized Address address(Dialect dialect) throws StepFailed {
        if (child == null && lives == 0) {
            start();
        }
        return running().address();
    }

    private Child running() throws StepFailed {
        if (child == null) {
            throw new StepFailed(lives == 0
                    ? "the server does not run yet: it starts when the first client connects"
                    : "the server does not run: it was killed, and has not started since");
        }
        return child;
    }

    @Override
    public synchronized void start() throws StepFailed {
        if (child != null) {
            throw new StepFailed("the server runs already");
        }
        lives++;
        try {
            Path portFile = folder().resolve("port" + lives);
            int port = command.contains(Target.Started.PORT) ? Child.freePort() : 0;
            String filled = command.replace(Target.Started.PORT, String.valueOf(port))
                    .replace(Target.Started.PORT_FILE, portFile.toString());
            Child started = Child.start(filled);
            child = started;
            started.awaitListening(port, portFile, patience.multipliedBy(4));
        } catch (IOException e) {
            throw new StepFailed("the server did not start: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StepFailed("the server did not start: nobody waits for it any more");
        }
    }

    private Path folder() throws IOException {
        if (folder == null) {
            folder = Files.createTempDirectory("scenario");
        }
        return folder;
    }

    @Override
    public synchronized void stop() throws StepFailed {
        Child stopped = running();
        child = null;
        stopped.close();
        printed = stopped.printed();
    }

    @Override
    public synchronized void kill(Cast clients) throws StepFailed {
        Child killed = running();
        child = null;
        killed.kill();
        printed = killed.printed();
    }

    @Override
    public synchronized List<String> printed() {
        return (child == null ? printed : child.printed()).stream().map(Shown::plain).toList();
    }

    @Override
    public synchronized void close() {
        if (child != null) {
            child.close();
            child = null;
        }
        if (folder != null) {
            delete(folder);
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + folder, e);
        }
    }
}
