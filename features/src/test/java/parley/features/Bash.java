package parley.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import parley.protocol.Address;

/** Runs lines of bash as a person would who has the checkout's programs on the search path, in a folder of their own. */
final class Bash {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private final Path folder;
    private final Address server;

    /** With the server that chatc talks to. */
    Bash(Path folder, Address server) throws IOException {
        assumeTrue(Files.exists(ROOT.resolve("chatc/target/chatc.jar")),
                "chatc is not packaged yet: this runs in mvn verify, not in mvn test");
        this.folder = folder;
        this.server = server;
        Files.createDirectories(folder.resolve("bin"));
        Files.createSymbolicLink(folder.resolve("bin/chatc"), ROOT.resolve("scripts/chatc"));
    }

    /** Starts a line; both outputs are one stream. */
    Process start(String line) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", line).directory(folder.toFile())
                .redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("CHATC_"));
        environment.put("PATH", folder.resolve("bin") + ":" + ROOT.resolve("scripts/examples") + ":"
                + environment.get("PATH"));
        environment.put("HOME", folder.toString());
        environment.put("XDG_CONFIG_HOME", folder.resolve(".config").toString());
        environment.put("CHATC_SERVER", server.toString());
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start();
    }

    /** Runs a line that has no input, and returns what it prints. */
    String run(String line) throws IOException, InterruptedException {
        Process process = start(line);
        process.getOutputStream().close();
        String output = rest(process);
        process.waitFor();
        return output;
    }

    /** Runs a line that ends with this status. */
    String run(int status, String line) throws IOException, InterruptedException {
        Process process = start(line);
        process.getOutputStream().close();
        String output = rest(process);
        assertThat(process.waitFor()).as(output).isEqualTo(status);
        return output;
    }

    /** All that a process still prints. */
    static String rest(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
