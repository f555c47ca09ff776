package parley.scenarios.recording;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import parley.protocol.recording.Header;
import parley.protocol.recording.RecordingReader;
import parley.protocol.recording.ServerSecrets;

/** The server that a recording was made with. */
public final class RecordedServer {

    private RecordedServer() {
    }

    /**
     * What is special in its configuration, with its secrets as the environment has them; empty if nothing is.
     *
     * @throws SecretsMissing if the environment does not have all of them
     * @throws IOException if the recording cannot be read
     */
    public static String configuration(Path recording, Map<String, String> environment)
            throws IOException, SecretsMissing {
        try (RecordingReader reader = RecordingReader.open(recording)) {
            Header header = reader.header();
            Set<String> missing = new TreeSet<>(header.secrets());
            missing.removeAll(environment.keySet());
            if (!missing.isEmpty()) {
                throw new SecretsMissing(recording, missing);
            }
            Map<String, String> placeholders = new LinkedHashMap<>();
            header.secrets().forEach(name -> placeholders.put("${" + name + "}", environment.get(name)));
            return ServerSecrets.fill(header.server(), placeholders);
        }
    }
}
