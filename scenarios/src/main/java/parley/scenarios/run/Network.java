package parley.scenarios.run;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import parley.protocol.Address;
import parley.scenarios.language.Fault;

/**
 * The network between clients and server. Those whose network a scenario does something to go through a proxy in this
 * process; all others connect as ever. Any thread that plays steps.
 */
final class Network implements AutoCloseable {

    private final Map<String, Proxy> proxies = new ConcurrentHashMap<>();

    /** The network of a scenario that does something to that of these clients. */
    static Network of(Set<String> clients) {
        Network network = new Network();
        clients.forEach(client -> network.proxies.put(client, new Proxy()));
        return network;
    }

    /** Where a client connects to get to a server. */
    Address toward(String client, Address server) throws StepFailed {
        Proxy proxy = proxies.get(client);
        try {
            return proxy == null ? server : proxy.toward(server);
        } catch (IOException e) {
            throw new StepFailed("there is no way to the network of " + client + ": " + e.getMessage());
        }
    }

    /** Does something to the network of a client. */
    void happen(Actor client, Fault fault, Deadline deadline) throws StepFailed, InterruptedException {
        if (client.connected() && !proxies.containsKey(client.name())) {
            throw new StepFailed(client.name() + " is connected already, and not so that the network could be changed: "
                    + "say it once before " + client.name() + " connects, like network heals " + client.name());
        }
        Proxy proxy = proxies.computeIfAbsent(client.name(), name -> new Proxy());
        if (!(fault instanceof Fault.Cut)) {
            proxy.become(proxy.weather().after(fault));
        } else if (!client.connected()) {
            throw new StepFailed(client.name() + " is not connected: there is nothing to cut");
        } else {
            cut(client, proxy, deadline);
        }
    }

    private static void cut(Actor client, Proxy proxy, Deadline deadline) throws StepFailed, InterruptedException {
        if (!proxy.cut(deadline)) {
            throw new StepFailed("the server did not end " + client.name() + "'s connection: it may not have noticed "
                    + "that the network is cut");
        }
        client.awaitLoss();
    }

    @Override
    public void close() {
        proxies.values().forEach(Proxy::close);
    }
}
