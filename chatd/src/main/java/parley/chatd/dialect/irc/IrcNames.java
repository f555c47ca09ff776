package parley.chatd.dialect.irc;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What IRC asks of a server that other dialects do not.
 *
 * @param server the server's name, one word like {@code irc.example.org}
 * @param network what the network is called, one word
 * @param admin who runs it and how to reach them, for people; perhaps empty
 * @param sts whether clients are to come over TLS only
 */
public record IrcNames(String server, String network, List<String> admin, Optional<Sts> sts) {

    public static final IrcNames DEFAULT =
            new IrcNames("chatd.localhost", "Parley", List.of(), Optional.empty());

    /**
     * Strict transport security (IRCv3).
     *
     * @param port where TLS is spoken
     * @param duration for how long a client that has come there comes there only
     */
    public record Sts(int port, Duration duration) {
    }

    public IrcNames {
        admin = List.copyOf(admin);
    }
}
