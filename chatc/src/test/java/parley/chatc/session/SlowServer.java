package parley.chatc.session;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.protocol.Address;

/** A server for one client, which takes only so many messages and then refuses as many as too fast, and so on. */
final class SlowServer implements AutoCloseable {

    private static final Pattern FIELD = Pattern.compile("\"(do|ref|text)\":\"([^\"]*)\"");

    private final ServerSocket door;
    private final int atOnce;
    private final List<String> stored = new CopyOnWriteArrayList<>();
    private int messages;

    SlowServer(int atOnce) throws IOException {
        this.door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        this.atOnce = atOnce;
        Thread.ofVirtual().start(this::serve);
    }

    Address address() {
        return new Address("127.0.0.1", door.getLocalPort());
    }

    List<String> stored() {
        return stored;
    }

    private void serve() {
        try (Socket client = door.accept();
             BufferedReader lines =
                     new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
             PrintWriter answers = new PrintWriter(client.getOutputStream(), true, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String re = ",\"re\":\"" + field("ref", line) + "\"}";
                answers.println(switch (field("do", line)) {
                    case "hello" -> "{\"on\":\"welcomed\",\"nick\":\"alice\",\"server\":\"slow\",\"rooms\":[\"#lobby\"]"
                            + ",\"motd\":\"\"" + re;
                    case "say" -> said(field("text", line)) + re;
                    case "quit" -> "{\"on\":\"bye\",\"why\":\"quit\"" + re;
                    default -> "{\"on\":\"done\"" + re;
                });
            }
        } catch (IOException e) {
            return; // the test is over
        }
    }

    private String said(String text) {
        if (messages++ / atOnce % 2 == 1) {
            return "{\"on\":\"refused\",\"why\":\"rate-limited\",\"about\":\"\",\"text\":\"too fast\",\"retry_after\":\"5ms\"";
        }
        stored.add(text);
        return "{\"on\":\"done\",\"room\":\"#lobby\",\"cursor\":\"" + stored.size() + "\"";
    }

    private static String field(String name, String line) {
        Matcher fields = FIELD.matcher(line);
        while (fields.find()) {
            if (fields.group(1).equals(name)) {
                return fields.group(2);
            }
        }
        return "";
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
