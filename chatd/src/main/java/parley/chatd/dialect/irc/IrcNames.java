package parley.chatd.dialect.irc;

import java.util.List;

/**
 * What IRC asks of a server that other dialects do not.
 *
 * @param server the server's name, one word like {@code irc.example.org}
 * @param network what the network is called, one word
 * @param admin who runs it and how to reach them, for people; perhaps empty
 */
public record IrcNames(String server, String network, List<String> admin) {

    public static final IrcNames DEFAULT = new IrcNames("chatd.localhost", "Parley", List.of());

    public IrcNames {
        admin = List.copyOf(admin);
    }
}
