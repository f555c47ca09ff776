package parley.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The comparison with other servers works; what it finds depends on the machine and is not judged here. */
class CompareTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"chatd_file, --json", "chatd_irc, --irc --json"})
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void itTellsEveryFigureOfEveryServer(String server, String options) throws Exception {
        assumeTrue(Files.exists(ROOT.resolve("chatc/target/chatc.jar")),
                "chatc is not packaged yet: this runs in mvn verify, not in mvn test");
        List<String> command = new ArrayList<>(List.of(ROOT.resolve("scripts/compare").toString(), "--smoke"));
        command.addAll(List.of(options.split(" ", -1)));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(folder.resolve("err").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(Files.readString(folder.resolve("err"))).isZero();
        assertThat(JsonParser.parseString(output).getAsJsonArray()).extracting(JsonElement::getAsJsonObject)
                .filteredOn(figure -> figure.get("server").getAsString().equals(server))
                .allSatisfy(figure -> assertThat(figure.get("median").getAsDouble()).isNotNegative())
                .extracting(CompareTest::name).containsExactly("accepts after, ms", "10 members, k/s",
                        "10 members, ns CPU", "10 at 50 a second, ms p50", "10 at 50 a second, ms p99",
                        "20 idle, KiB each");
    }

    private static String name(JsonObject figure) {
        return figure.get("load").getAsString() + ", " + figure.get("unit").getAsString();
    }
}
