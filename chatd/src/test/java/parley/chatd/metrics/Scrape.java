package parley.chatd.metrics;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import parley.chatd.Daemon;

/** What Prometheus would read. */
record Scrape(String text) {

    static Scrape of(Daemon daemon) throws Exception {
        return new Scrape(get(daemon, "/metrics").body());
    }

    static HttpResponse<String> get(Daemon daemon, String path) throws Exception {
        URI uri = URI.create("http://" + daemon.metricsAddress().orElseThrow() + path);
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        }
    }

    /** The value of one series, written as in the text. */
    double value(String series) {
        return text.lines().filter(line -> line.startsWith(series + " ")).findFirst()
                .map(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .orElseThrow(() -> new AssertionError("there is no " + series + " in\n" + text));
    }

    /** What follows the words {@code # HELP} or {@code # TYPE}, for what is the server's own, a line each, sorted. */
    List<String> comments(String kind) {
        return text.lines().filter(line -> line.startsWith("# " + kind + " chatd_"))
                .map(line -> line.substring(kind.length() + 3)).sorted().toList();
    }
}
