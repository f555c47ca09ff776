package parley.chatd;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import parley.protocol.Address;

/**
 * The client of openssl, which speaks TLS as most others do. A test that wants it is skipped where it is not installed.
 */
public final class Openssl implements Closeable {

    private static final int PATIENCE_SECONDS = 20;

    private final Process process;

    private Openssl(Process process) {
        this.process = process;
    }

    /** Connects, with these options of {@code s_client}. */
    public static Openssl connect(Address address, String... options) throws Exception {
        assumeThat(isInstalled()).as("openssl is installed").isTrue();
        List<String> command = new ArrayList<>(List.of("timeout", Integer.toString(PATIENCE_SECONDS), "openssl",
                "s_client", "-connect", address.toString()));
        command.addAll(Arrays.asList(options));
        return new Openssl(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    private static boolean isInstalled() throws InterruptedException {
        try {
            return new ProcessBuilder("openssl", "version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Types this, if the connection has come about. */
    public Openssl types(String text) throws InterruptedException {
        try {
            process.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS); // it ends by itself where it is not let in
        }
        return this;
    }

    /** What it prints, of its own or from the server, until it has printed this or has ended. */
    public String printsUntil(String words) throws IOException {
        StringBuilder printed = new StringBuilder();
        for (int c = process.getInputStream().read(); c >= 0; c = process.getInputStream().read()) {
            printed.append((char) c);
            if (c == words.charAt(words.length() - 1) && printed.toString().endsWith(words)) {
                break;
            }
        }
        return printed.toString();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
