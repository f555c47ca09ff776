package parley.chatc.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Runs one load: everybody enters, then all is counted, then everybody is gone. */
public final class Load implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long LONGEST_NANOS = Duration.ofMinutes(1).toNanos();

    private final LoadPlan plan;
    private final Consumer<String> progress;
    private final List<Room> rooms = new ArrayList<>();
    private final List<Peer> peers = new ArrayList<>();
    private final List<Member> members = new ArrayList<>();
    private final List<Publisher> publishers = new ArrayList<>();
    private final Histogram latencies = new ConcurrentHistogram(LONGEST_NANOS, 3);

    /** A load that tells of its progress in short sentences. */
    public Load(LoadPlan plan, Consumer<String> progress) {
        this.plan = plan;
        this.progress = progress;
    }

    /**
     * Runs it.
     *
     * @param pid the server's process, if its cost is wanted
     */
    public LoadReport run(OptionalLong pid) throws IOException, InterruptedException {
        enter();
        members.forEach(member -> Thread.ofVirtual().name("member").start(member));
        List<Thread> senders = publishers.stream().map(publisher -> Thread.ofVirtual().start(publisher)).toList();
        publishers.forEach(publisher -> Thread.ofVirtual().start(publisher::drain));
        await(plan.warmUp());
        Count from = count(pid);
        latencies.reset();
        await(plan.duration());
        Count to = count(pid);
        for (int i = 0; i < senders.size(); i++) {
            publishers.get(i).stop(senders.get(i));
        }
        awaitRest();
        return report(from, to);
    }

    private void enter() throws IOException {
        for (int r = 0; r < plan.rooms(); r++) {
            Room room = new Room("#load" + r, plan.membersPerRoom());
            rooms.add(room);
            for (int m = 0; m < plan.membersPerRoom(); m++) {
                Peer peer = enter("member%d-%d".formatted(r, m), room);
                members.add(new Member(peer, plan.wire(), room, plan.rate() > 0 || m == 0, latencies));
            }
            progress.accept("entered " + members.size() + " of " + plan.members());
        }
        for (Room room : rooms) {
            publishers.add(new Publisher(enter(Wire.PUBLISHER + publishers.size(), room), plan, room));
        }
        for (int s = 0; s < plan.stalled(); s++) {
            enter("stalled" + s, rooms.get(s % rooms.size()));
        }
        for (Peer peer : peers) {
            peer.fence(plan.wire()); // now nobody comes any more: what follows is messages
        }
    }

    private Peer enter(String nick, Room room) throws IOException {
        Peer peer = Peer.connect(plan.server());
        peers.add(peer);
        peer.send(plan.wire().enter(nick, room.name()));
        peer.fence(plan.wire());
        return peer;
    }

    /** Lets time pass, which is what a load is made of, and says how it goes. */
    private void await(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        long last = received();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            Thread.sleep(Duration.ofNanos(Math.min(left, 1_000_000_000L)));
            long now = received();
            progress.accept("%,d deliveries a second".formatted(now - last));
            last = now;
        }
    }

    private long received() {
        return rooms.stream().mapToLong(Room::received).sum();
    }

    private void awaitRest() throws InterruptedException {
        long expected = rooms.stream().mapToLong(Room::expected).sum();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!hasCome(expected) && System.nanoTime() < end) {
            Thread.sleep(Duration.ofMillis(10));
        }
    }

    /** The others are told of who is cut, so that with some who stall, messages may be on their way beyond the count. */
    private boolean hasCome(long expected) {
        return received() >= expected && (plan.stalled() == 0 || oneOrder());
    }

    /** Where everything stands at one moment. */
    private record Count(long nanos, long sent, long received, @Nullable Usage usage) {
    }

    private Count count(OptionalLong pid) throws IOException {
        return new Count(System.nanoTime(), rooms.stream().mapToLong(Room::sent).sum(), received(),
                pid.isPresent() ? Usage.of(pid.getAsLong()) : null);
    }

    private LoadReport report(Count from, Count to) {
        double seconds = (to.nanos() - from.nanos()) / 1e9;
        long delivered = to.received() - from.received();
        return new LoadReport(plan.wire().name().toLowerCase(java.util.Locale.ROOT), members.size(), rooms.size(),
                plan.stalled(),
                plan.payload(), plan.rate() > 0 ? 0 : plan.window(), plan.rate(), seconds,
                (to.sent() - from.sent()) / seconds, delivered / seconds,
                rooms.stream().mapToLong(Room::expected).sum(), received(), oneOrder(),
                LoadReport.Latency.of(latencies), server(from.usage(), to.usage(), delivered));
    }

    private static LoadReport.@Nullable Server server(@Nullable Usage from, @Nullable Usage to, long delivered) {
        if (from == null || to == null) {
            return null;
        }
        double cpu = (to.cpuNanos() - from.cpuNanos()) / 1e9;
        return new LoadReport.Server(cpu, cpu * 1e6 / Math.max(1, delivered), to.residentBytes());
    }

    private boolean oneOrder() {
        Map<Room, Long> first = new HashMap<>();
        return members.stream()
                .allMatch(
                        member -> first.computeIfAbsent(member.room(), room -> member.checksum()) == member.checksum());
    }

    @Override
    public void close() {
        for (Peer peer : peers) {
            try {
                peer.close();
            } catch (IOException e) {
                progress.accept("a connection did not close: " + e.getMessage());
            }
        }
    }
}
