package parley.chatd.metrics;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.prometheus.metrics.exporter.httpserver.MetricsHandler;
import java.io.Closeable;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import parley.chatd.core.ChatServer;
import parley.chatd.net.Admission;
import parley.protocol.Address;

/**
 * Answers those who watch a server, over HTTP: {@code /metrics} for Prometheus, and {@code /health} for whoever restarts
 * what is not well or sends people elsewhere. It is closed last, so that it can be asked while the server stops.
 */
public final class MetricsServer implements Closeable {

    private final HttpServer http;
    private final String host;
    private @Nullable HttpHandler metrics;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private MetricsServer(HttpServer http, String host) {
        this.http = http;
        this.host = host;
    }

    /**
     * Begins to answer.
     *
     * @throws IOException if the address cannot be had
     */
    public static MetricsServer open(Address address, ChatServer chat, Admission admission) throws IOException {
        MetricsServer server = new MetricsServer(HttpServer.create(address.resolve(), 0), address.host());
        server.http.setExecutor(server.threads);
        server.http.createContext("/metrics", exchange -> server.metrics(chat, admission).handle(exchange));
        server.http.createContext("/health", exchange -> health(exchange, chat));
        server.http.start();
        return server;
    }

    /** Made when somebody asks for the first time: no start waits for it. */
    private synchronized HttpHandler metrics(ChatServer chat, Admission admission) {
        if (metrics == null) {
            metrics = new MetricsHandler(Metrics.of(chat, admission));
        }
        return metrics;
    }

    /** Where it answers, with the port it really has. */
    public Address address() {
        return new Address(host, http.getAddress().getPort());
    }

    private static void health(HttpExchange exchange, ChatServer chat) throws IOException {
        try (exchange) {
            JsonObject health = new JsonObject();
            Optional<String> trouble = chat.isEnding() ? Optional.of("the server is stopping") : chat.trouble();
            health.addProperty("status", trouble.isPresent() ? "trouble" : "ok");
            trouble.ifPresent(sentence -> health.addProperty("trouble", sentence));
            byte[] body = (health + "\n").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            int status = trouble.isPresent() ? HttpURLConnection.HTTP_UNAVAILABLE : HttpURLConnection.HTTP_OK;
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(status, head ? -1 : body.length);
            if (!head) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
