package parley.scenarios.run;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import parley.protocol.Address;
import parley.protocol.Dialect;
import parley.protocol.client.Client;
import parley.protocol.client.ClientDialect;
import parley.protocol.client.Dial;
import parley.protocol.client.Unreachable;
import parley.protocol.link.ClientTls;

/**
 * Opens the connections of clients: to the scenario's server, or to another one.
 *
 * @param tls null for connections in the clear
 * @param usual what is spoken where a step does not say
 */
record Connecting(Server server, Network network, @Nullable ClientTls tls, Dialect usual) {

    /**
     * How a client gets to a server, now and whenever it comes back.
     *
     * @param dialect null for what is usually spoken
     * @param address null for the scenario's own server
     */
    Actor.Way way(String client, @Nullable Dialect dialect, @Nullable String address) throws StepFailed {
        Address given = address == null ? null : read(address);
        Dialect spoken = Objects.requireNonNullElse(dialect, usual);
        return transcript -> {
            Address to = given == null ? server.address(spoken) : given;
            return open(spoken, network.toward(client, to), to, transcript);
        };
    }

    /** Whether clients who speak so may have to find a seat themselves: other servers of IRC give them none. */
    boolean seatsNobody(@Nullable Dialect dialect) {
        return Objects.requireNonNullElse(dialect, usual) == Dialect.IRC && !(server instanceof EmbeddedServer);
    }

    /** @param to the server, whose certificate it has to be, whatever stands in between */
    private Client open(Dialect dialect, Address way, Address to, Transcript transcript) throws StepFailed {
        try {
            return Client.over(tls == null ? Dial.open(way) : Dial.open(way, tls, to), ClientDialect.of(dialect),
                    transcript);
        } catch (Unreachable e) {
            throw new StepFailed(String.valueOf(e.getMessage()));
        }
    }

    private static Address read(String address) throws StepFailed {
        try {
            return Address.parse(address);
        } catch (IllegalArgumentException e) {
            throw new StepFailed(String.valueOf(e.getMessage()));
        }
    }
}
