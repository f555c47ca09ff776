package parley.chatc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A recording takes as much memory as one line of it: what is done here with one of 13 MB, which as objects would be
 * several times that, and a heap of 48 MB, needs no more for one of any length.
 */
class LongRecordingTest {

    private static final int ROUNDS = 15_000;

    @TempDir
    private Path directory;
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = directory.resolve("long.jsonl");
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            out.print("""
                    {"recording":1,"by":"test","at":"2026-01-31T12:00:00Z"}
                    {"t":0,"who":"c1","opened":"client"}
                    {"t":0,"who":"c1","dir":"out","event":{"do":"hello","nick":"bot","ref":"h"}}
                    {"t":0,"who":"c1","dir":"in","event":{"on":"welcomed","re":"h","nick":"bot","server":"x","rooms":["#a"],"motd":""}}
                    """);
            for (int i = 0; i < ROUNDS; i++) {
                out.print("""
                        {"t":0,"who":"c1","dir":"out","event":{"do":"say","room":"#a","text":"number %d %s","ref":"%d"}}
                        {"t":0,"who":"c1","dir":"in","event":{"on":"done","re":"%d","room":"#a","cursor":"%d"}}
                        {"t":0,"who":"c1","dir":"in","event":{"on":"said","room":"#a","cursor":"%da","from":"alice","text":"%d %s","at":"2026-01-31T12:00:00.123Z"}}
                        """.formatted(i, "x".repeat(150), i, i, i, i, i, "y".repeat(150)));
            }
        }
    }

    private Process start(String... arguments) throws IOException {
        List<String> java = List.of(ProcessHandle.current().info().command().orElseThrow(), "-Xmx48m", "-cp",
                System.getProperty("java.class.path"), Chatc.class.getName());
        Path output = directory.resolve(arguments[0] + ".txt");
        return new ProcessBuilder(Stream.concat(java.stream(), Stream.of(arguments)).toList())
                .redirectErrorStream(true).redirectOutput(output.toFile()).start();
    }

    private void ends(Process process, String command) throws Exception {
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(directory.resolve(command + ".txt"))).isZero();
    }

    @Test
    void it_is_compared_and_converted() throws Exception {
        ends(start("diff", file.toString(), file.toString()), "diff");
        Path scenario = directory.resolve("long.chat");
        ends(start("convert", file.toString(), "--out", scenario.toString()), "convert");
        try (Stream<String> lines = Files.lines(scenario)) {
            assertThat(lines.count()).isEqualTo(2L * ROUNDS + 2);
        }
    }

    @Test
    void it_is_served_to_one_that_replays_it() throws Exception {
        Path port = directory.resolve("port");
        Process server = start("serve", file.toString(), "--port-file", port.toString());
        try {
            await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(port));
            ends(start("replay", "--server", "127.0.0.1:" + Files.readString(port).strip(), file.toString()), "replay");
            ends(server, "serve");
        } finally {
            server.destroyForcibly();
        }
    }
}
