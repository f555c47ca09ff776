package parley.scenarios.report;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonDeserializer;
import com.google.gson.JsonIOException;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import java.io.Reader;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/**
 * A run as JSON: one object whose {@code report} is the version of this format, then the fields of {@link Run}. Times
 * are seconds with a fraction, instants are as in RFC 3339.
 */
public final class RunJson {

    /** The version that this program writes, and the only one so far. */
    private static final int VERSION = 1;

    private static final Gson GSON = new GsonBuilder()
            .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
            .disableHtmlEscaping().setPrettyPrinting()
            .registerTypeAdapter(Duration.class, (JsonSerializer<Duration>) (time, type, context) -> new JsonPrimitive(
                    BigDecimal.valueOf(time.toNanos() / 1000, 6)))
            .registerTypeAdapter(Duration.class, (JsonDeserializer<Duration>) (json, type, context) -> Duration
                    .ofNanos(json.getAsBigDecimal().movePointRight(9).longValue()))
            .registerTypeAdapter(Instant.class,
                    (JsonSerializer<Instant>) (instant, type, context) -> new JsonPrimitive(instant.toString()))
            .registerTypeAdapter(Instant.class,
                    (JsonDeserializer<Instant>) (json, type, context) -> Instant.parse(json.getAsString()))
            .create();

    private RunJson() {
    }

    /** What was read is no report. The message says why. */
    public static final class NotAReport extends Exception {
        private static final long serialVersionUID = 1L;

        NotAReport(String sentence) {
            super(sentence);
        }
    }

    static void write(Run run, Writer out) {
        JsonObject json = new JsonObject();
        json.addProperty("report", VERSION);
        GSON.toJsonTree(run).getAsJsonObject().asMap().forEach(json::add);
        GSON.toJson(json, out);
    }

    /** Reads what was written. */
    public static Run read(Reader in) throws NotAReport {
        try {
            JsonObject json = GSON.fromJson(in, JsonObject.class);
            if (json == null || !json.has("report")) {
                throw new NotAReport("this is not a report of a run: it has no field \"report\"");
            }
            int version = json.get("report").getAsInt();
            if (version != VERSION) {
                throw new NotAReport("this report is of version " + version + ", and this program reads version "
                        + VERSION + " only");
            }
            if (!json.has("scenarios")) {
                throw new NotAReport("this report has no scenarios: it is not whole");
            }
            return GSON.fromJson(json, Run.class);
        } catch (JsonIOException e) {
            throw new NotAReport("this cannot be read: " + e.getMessage());
        } catch (RuntimeException e) { // Gson has one for each way in which JSON is not what it should be
            throw new NotAReport("this is not a report of a run: " + e.getMessage());
        }
    }
}
