package parley.scenarios.run;

import org.jspecify.annotations.Nullable;
import parley.protocol.Address;
import parley.protocol.link.ClientTls;
import parley.scenarios.language.Dialect;

/**
 * Opens the connections of clients: to the scenario's server, or to another one.
 *
 * @param tls null for connections in the clear
 */
record Connecting(Server server, Network network, @Nullable ClientTls tls) {

    /**
     * How a client gets to a server, now and whenever it comes back.
     *
     * @param address null for the scenario's own server
     */
    Actor.Way way(String client, Dialect dialect, @Nullable String address) throws StepFailed {
        Address given = address == null ? null : read(address);
        return transcript -> Wire.open(dialect,
                network.toward(client, given == null ? server.address(dialect) : given), tls, transcript);
    }

    private static Address read(String address) throws StepFailed {
        try {
            return Address.parse(address);
        } catch (IllegalArgumentException e) {
            throw new StepFailed(String.valueOf(e.getMessage()));
        }
    }
}
