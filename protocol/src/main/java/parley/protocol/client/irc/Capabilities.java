package parley.protocol.client.irc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the client and the server agreed upon (IRCv3 capability negotiation). */
final class Capabilities {

    static final String HISTORY = "draft/chathistory";
    static final String SASL = "sasl";
    private static final String ECHO = "echo-message";

    /** What the client has a use for, wherever it is offered. */
    private static final List<String> WANTED =
            List.of("batch", "invite-notify", "message-tags", "multi-prefix", "server-time", "standard-replies",
                    HISTORY);

    private final Set<String> offered = new HashSet<>();
    private final Set<String> agreed = new HashSet<>();
    private final Set<String> mechanisms = new HashSet<>();

    /** Takes the words of a {@code CAP LS}: names, some with a value. */
    void offer(String words) {
        for (String word : Support.words(words)) {
            String[] parts = word.split("=", 2);
            offered.add(parts[0]);
            if (parts[0].equals(SASL) && parts.length > 1) {
                mechanisms.addAll(List.of(parts[1].split(",", -1)));
            }
        }
    }

    /** The ways in which SASL can be tried, the strongest first; never none, because many servers do not say. */
    List<SaslLogin.Mechanism> mechanisms() {
        List<SaslLogin.Mechanism> possible = Arrays.stream(SaslLogin.Mechanism.values())
                .filter(mechanism -> mechanisms.contains(mechanism.wireName())).toList();
        return possible.isEmpty() ? List.of(SaslLogin.Mechanism.PLAIN) : possible;
    }

    void agree(String words) {
        agreed.addAll(Support.words(words));
    }

    boolean has(String capability) {
        return agreed.contains(capability);
    }

    /**
     * What to ask for.
     *
     * @param echo whether the client wants to be told of what it says itself
     * @param login whether it has a password
     */
    List<String> wishes(boolean echo, boolean login) {
        List<String> wishes = new ArrayList<>(WANTED);
        if (echo) {
            wishes.add(ECHO);
        }
        if (login) {
            wishes.add(SASL);
        }
        wishes.retainAll(offered);
        return wishes;
    }
}
