package parley.scenarios.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import parley.protocol.Address;

/**
 * Passes on what one client and the server say to each other, as the weather allows. It listens on a port of its own
 * from the first connection on; virtual threads accept and pass on.
 */
final class Proxy implements AutoCloseable {

    private final List<Passage> passages = new CopyOnWriteArrayList<>();
    private volatile Weather weather = Weather.CALM;
    private volatile @Nullable Address target;
    private @Nullable ServerSocket listener;

    Weather weather() {
        return weather;
    }

    void become(Weather next) {
        weather = next;
    }

    /** Where to connect to get to this server. */
    synchronized Address toward(Address server) throws IOException {
        target = server;
        ServerSocket open = listener;
        if (open == null) {
            ServerSocket fresh = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            listener = fresh;
            open = fresh;
            Thread.ofVirtual().name("proxy").start(() -> accept(fresh));
        }
        return new Address(open.getInetAddress().getHostAddress(), open.getLocalPort());
    }

    private void accept(ServerSocket open) {
        try {
            while (true) {
                pass(open.accept());
            }
        } catch (IOException e) {
            return; // it is closed, and that is the end of it
        }
    }

    private void pass(Socket client) throws IOException {
        Address to = target;
        if (to == null) {
            client.close();
            return;
        }
        Socket server = new Socket();
        try {
            server.connect(to.resolve());
            passages.add(Passage.begin(client, server, this::weather));
        } catch (IOException e) {
            server.close();
            client.close(); // as if nobody had answered there
        }
    }

    /**
     * Breaks the connections there are. The client finds it reset at once.
     *
     * @return whether the server has ended its side of them all in time
     */
    boolean cut(Deadline deadline) throws InterruptedException {
        boolean noticed = true;
        for (Passage passage : passages) {
            noticed &= passage.cut(deadline);
        }
        return noticed;
    }

    @Override
    public synchronized void close() {
        try {
            if (listener != null) {
                listener.close();
            }
        } catch (IOException e) {
            // It accepts nothing any more, which is what matters.
        } finally {
            passages.forEach(Passage::close);
        }
    }
}
