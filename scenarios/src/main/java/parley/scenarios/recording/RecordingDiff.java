package parley.scenarios.recording;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.protocol.recording.Entry;
import parley.protocol.recording.Marks;
import parley.protocol.recording.RecordingReader;
import parley.protocol.recording.Side;
import parley.scenarios.language.Shown;

/**
 * Tells in what two recordings differ, but for what differs from run to run. Order counts within a lane of a connection:
 * a room, or the answers to one client. Both are read side by side, and where they part, the next lines tell where they
 * meet again; so it takes little memory, however long they are.
 */
public final class RecordingDiff {

    /** How far ahead the place is looked for where both meet again. */
    private static final int AHEAD = 50;
    /** How far one may be behind the other in a lane. */
    private static final int MOST_BEHIND = 20_000;

    private final Path first;
    private final Path second;
    private final Consumer<String> out;
    private final Cast firstCast;
    private final Cast secondCast;
    private final Map<String, String> partners = new LinkedHashMap<>();
    private final Map<String, Lane> lanes = new LinkedHashMap<>();
    private final Comparer comparer = new Comparer(Map.of());
    private long differences;

    /** A line and its place. */
    private record Item(String who, Side from, String text, Message message, Marks marks, long place) {
    }

    /** What of one lane has no partner yet. */
    private static final class Lane {
        private final Deque<Item> one = new ArrayDeque<>();
        private final Deque<Item> other = new ArrayDeque<>();
    }

    private RecordingDiff(Path first, Path second, Consumer<String> out) throws IOException {
        this.first = first;
        this.second = second;
        this.out = out;
        this.firstCast = Cast.of(first);
        this.secondCast = Cast.of(second);
        pairUp();
    }

    /**
     * Compares two recordings.
     *
     * @param out takes what differs, line by line
     * @return in how many places they differ
     * @throws IOException if one cannot be read
     */
    public static long of(Path first, Path second, Consumer<String> out) throws IOException {
        return new RecordingDiff(first, second, out).compare();
    }

    /** Connections are the same if they have the same nick, and otherwise in the order they came. */
    private void pairUp() {
        Set<String> free = new LinkedHashSet<>(secondCast.nicks().keySet());
        firstCast.nicks()
                .forEach((who, nick) -> free.stream().filter(it -> secondCast.nick(it).equals(nick)).findFirst()
                        .ifPresent(it -> pair(it, who, free)));
        firstCast.nicks().keySet().stream().filter(who -> !partners.containsValue(who))
                .forEach(who -> free.stream().findFirst().ifPresent(it -> pair(it, who, free)));
    }

    private void pair(String ofSecond, String ofFirst, Set<String> free) {
        partners.put(ofSecond, ofFirst);
        free.remove(ofSecond);
    }

    private long compare() throws IOException {
        try (RecordingReader one = RecordingReader.open(first); RecordingReader other = RecordingReader.open(second)) {
            boolean more = true;
            while (more) {
                boolean firstMore = read(one, true);
                more = read(other, false) || firstMore;
            }
        }
        lanes.values().forEach(lane -> align(lane, true));
        return differences;
    }

    private boolean read(RecordingReader reader, boolean isFirst) throws IOException {
        Entry entry = reader.next();
        if (entry == null) {
            return false;
        }
        Item item = item(entry, reader.line());
        if (item != null && !item.message().chatter()) {
            String who = isFirst ? item.who() : partners.getOrDefault(item.who(), "+" + item.who());
            Lane lane = lanes.computeIfAbsent(who + " " + item.from() + " " + item.message().lane(), key -> new Lane());
            (isFirst ? lane.one : lane.other).add(item);
            align(lane, false);
        }
        return true;
    }

    private static @Nullable Item item(Entry entry, long place) {
        return switch (entry) {
            case Entry.Opened it -> null;
            case Entry.Closed it -> new Item(it.who(), it.by(), "(ends)", Message.END, Marks.NONE, place);
            case Entry.Line it ->
                new Item(it.who(), it.from(), it.text(), Message.of(it.from(), it.text()), it.marks(), place);
            case Entry.Bytes it -> new Item(it.who(), it.from(), "(" + it.bytes().length() + " bytes)",
                    Message.ofBytes(it.bytes()), it.marks(), place);
        };
    }

    /** Takes off what both have. */
    private void align(Lane lane, boolean atEnd) {
        while (!lane.one.isEmpty() && !lane.other.isEmpty()) {
            if (same(lane.one.peek(), lane.other.peek()).isEmpty()) {
                lane.one.remove();
                lane.other.remove();
            } else if (atEnd || (lane.one.size() > AHEAD && lane.other.size() > AHEAD)) {
                part(lane);
            } else {
                break;
            }
        }
        while (!lane.one.isEmpty() && (atEnd || lane.one.size() > MOST_BEHIND)) {
            only("-", lane.one.remove());
        }
        while (!lane.other.isEmpty() && (atEnd || lane.other.size() > MOST_BEHIND)) {
            only("+", lane.other.remove());
        }
    }

    /**
     * Tells what stands before the next place where both meet; one line each in which they differ is one line changed.
     */
    private void part(Lane lane) {
        for (int sum = 1; sum <= 2 * AHEAD; sum++) {
            for (int i = Math.max(0, sum - AHEAD); i <= Math.min(sum, AHEAD); i++) {
                if (meet(lane.one, i, lane.other, sum - i)) {
                    tell(lane, i, sum - i);
                    return;
                }
            }
        }
        tell(lane, 1, 1);
    }

    private boolean meet(Deque<Item> one, int i, Deque<Item> other, int j) {
        Item left = at(one, i);
        Item right = at(other, j);
        return left != null && right != null && same(left, right).isEmpty();
    }

    private static @Nullable Item at(Deque<Item> items, int index) {
        Iterator<Item> iterator = items.iterator();
        for (int i = 0; i < index && iterator.hasNext(); i++) {
            iterator.next();
        }
        return iterator.hasNext() ? iterator.next() : null;
    }

    private void tell(Lane lane, int left, int right) {
        int both = Math.min(left, right);
        for (int i = 0; i < both; i++) {
            changed(lane.one.remove(), lane.other.remove());
        }
        for (int i = both; i < left; i++) {
            only("-", lane.one.remove());
        }
        for (int i = both; i < right; i++) {
            only("+", lane.other.remove());
        }
    }

    private Optional<Difference> same(Item one, Item other) {
        return comparer.compare(one.who(), one.message(), one.marks(), other.message());
    }

    private void changed(Item one, Item other) {
        only("-", one);
        only("+", other);
        differences--;
        same(one, other).ifPresent(it -> out.accept("  " + Shown.plain(it.field() + ": \"" + it.expected() + "\" and \""
                + it.got() + "\"")));
    }

    private void only(String sign, Item item) {
        differences++;
        boolean isFirst = sign.equals("-");
        String who = isFirst ? firstCast.nick(item.who()) : secondCast.nick(item.who());
        out.accept(sign + " " + (isFirst ? first : second) + ":" + item.place() + ": " + Shown.plain(who)
                + (item.from() == Side.CLIENT ? " -> " : " <- ") + Shown.plain(item.text()));
    }
}
