package parley.scenarios.fence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import parley.protocol.irc.IrcLine;

/**
 * What is needed besides pings so that one client has all that came of what others did; where a ping is a fence,
 * nothing. It is set up before the others are asked for a sign of life, and closed when they have given it; then the
 * client may ask for its own. One thread uses it.
 */
public final class Fence {

    private final Lookout here;
    /** Whom it keeps up with, and how much they had done when it was set up. */
    private final Map<Lookout, Long> others = new HashMap<>();
    private final Set<String> servers = new TreeSet<>();
    private final List<Sign> signs = new ArrayList<>();

    private Fence(Lookout here) {
        this.here = here;
    }

    /**
     * Sets one up: whoever is on the client's own server sends a sign.
     *
     * @param here the client that is to have all that the others did
     * @param everyone the others, whether they are still connected or not; the client itself does not matter
     */
    public static Fence before(Lookout here, Collection<Lookout> everyone) {
        Fence fence = new Fence(here);
        if (here.needsSigns()) {
            everyone.stream().filter(other -> other != here && other.needsSigns() && here.hasNewsOf(other))
                    .forEach(fence::include);
        }
        return fence;
    }

    private void include(Lookout other) {
        others.put(other, other.deeds());
        if (other.isElsewhereThan(here)) {
            servers.add(other.server());
        } else if (!other.isOver()) {
            String mark = Lookout.nextMark();
            Sign sign = new Sign("a sign that " + other.nick() + " sent, behind all that it did, did not reach "
                    + here.nick());
            here.await(sign, Sign.notice(mark));
            other.await(sign, Sign.refusal(here.nick()));
            signs.add(sign);
            other.send(IrcLine.of("NOTICE", here.nick(), mark));
        }
    }

    /**
     * Closes it: the client asks the servers that others are on, and waits for all signs.
     *
     * @return empty if it has all that the others did; otherwise how that was to be known and is not, without a full stop
     */
    public Optional<String> close(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            servers.forEach(this::ask);
            for (Sign sign : signs) {
                if (!sign.awaitUntil(deadline) && !here.isOver()) {
                    return Optional.of(sign.absence());
                }
            }
            others.forEach(here::knows);
            return Optional.empty();
        } finally {
            signs.forEach(here::awaitNoLonger);
            others.keySet().forEach(other -> signs.forEach(other::awaitNoLonger));
        }
    }

    private void ask(String server) {
        Sign sign = new Sign("the server " + server + " did not tell " + here.nick() + " the time");
        here.await(sign, Sign.time(server));
        signs.add(sign);
        here.send(IrcLine.of("TIME", server));
    }
}
