package parley.scenarios.run;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * One connection through a proxy: two sockets, and a {@link Current} in each direction.
 *
 * <pre>
 *   client ──► out ──► server
 *   client ◄── in  ◄── server
 * </pre>
 */
final class Passage {

    private final Socket client;
    private final Socket server;
    private final CountDownLatch serverEnded = new CountDownLatch(1);
    private volatile boolean cut;

    private Passage(Socket client, Socket server) {
        this.client = client;
        this.server = server;
    }

    static Passage begin(Socket client, Socket server, Supplier<Weather> weather) throws IOException {
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        Passage passage = new Passage(client, server);
        new Current(client, server, weather, () -> end(server)).begin();
        new Current(server, client, weather, passage::serverEnded).begin();
        return passage;
    }

    private void serverEnded() {
        serverEnded.countDown();
        end(client);
        if (cut) {
            close();
        }
    }

    /** Nothing more goes there. */
    private static void end(Socket to) {
        try {
            to.shutdownOutput();
        } catch (IOException e) {
            return; // it is over already
        }
    }

    /** The client's side is reset; the server's ends, and this waits until the server has ended it too. */
    boolean cut(Deadline deadline) throws InterruptedException {
        cut = true;
        try {
            client.setSoLinger(true, 0);
            client.close();
        } catch (IOException e) {
            // It is over already.
        }
        end(server);
        return serverEnded.await(Math.max(0, deadline.left()), TimeUnit.NANOSECONDS);
    }

    void close() {
        for (Socket socket : new Socket[]{client, server}) {
            try {
                socket.close();
            } catch (IOException e) {
                // It is over already.
            }
        }
    }
}
