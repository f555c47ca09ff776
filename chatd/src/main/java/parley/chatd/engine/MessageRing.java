package parley.chatd.engine;

import java.time.Instant;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import parley.protocol.Cursor;
import parley.protocol.Event.Said;

/**
 * The newest messages of a room, by their place in its order. They lie in one array, round and round, so that a long
 * history costs the garbage collector little. Not for several threads at once.
 */
final class MessageRing {

    private static final int FIRST_SIZE = 16;

    private final int capacity;
    private @Nullable Kept[] slots = new Kept[FIRST_SIZE];
    private int first;
    private int size;
    private long forgotten;

    /**
     * A message, in as few objects as can be: each that is kept is copied by the garbage collector at least once.
     *
     * @param place where it stands in the order
     * @param at when it was said, in milliseconds since 1970
     * @param ref the mark that its author gave it, if any
     */
    record Kept(long place, String room, String from, String text, long at, @Nullable String ref, boolean notice) {

        static Kept of(long place, Said said, @Nullable String ref) {
            return new Kept(place, said.room(), said.from(), said.text(), said.at().toEpochMilli(), ref,
                    said.notice());
        }

        Cursor cursor() {
            return new Cursor(Long.toString(place));
        }

        Said said() {
            return new Said(room, cursor(), from, text, Instant.ofEpochMilli(at), false, notice);
        }
    }

    /**
     * @param capacity how many messages are kept
     * @param forgotten a place before all that will be added; what may have been there is not kept
     */
    MessageRing(int capacity, long forgotten) {
        this.capacity = capacity;
        this.forgotten = forgotten;
    }

    /** Adds a message, whose place is after all others. The oldest one makes way if need be. */
    void add(Kept message) {
        if (size == capacity) {
            forgotten = get(0).place();
            slots[first] = null;
            first = (first + 1) % slots.length;
            size--;
        } else if (size == slots.length) {
            grow();
        }
        slots[(first + size) % slots.length] = message;
        size++;
    }

    private void grow() {
        @Nullable Kept[] larger = Arrays.copyOf(slots, 2 * size);
        // What lies before the first one goes behind the last one.
        System.arraycopy(slots, 0, larger, size, first);
        Arrays.fill(larger, 0, first, null);
        slots = larger;
    }

    /** The last place whose message is no longer kept. */
    long forgotten() {
        return forgotten;
    }

    /** The messages after one place and before another, oldest first; a view, valid until the next is added. */
    List<Kept> between(long after, long before) {
        int from = indexAfter(after);
        int to = Math.max(from, indexAfter(before - 1));
        return new AbstractList<>() {
            @Override
            public Kept get(int index) {
                return MessageRing.this.get(from + index);
            }

            @Override
            public int size() {
                return to - from;
            }
        };
    }

    /** The place of the last message that was said before a time, in milliseconds since 1970; empty if there is none. */
    OptionalLong lastBefore(long time) {
        int index = countWhile(message -> message.at() < time);
        return index == 0 ? OptionalLong.empty() : OptionalLong.of(get(index - 1).place());
    }

    /** How many messages are at or before a place: the index of the first one after it. */
    private int indexAfter(long place) {
        return countWhile(message -> message.place() <= place);
    }

    /** How many messages are on the near side of a border. */
    private int countWhile(Predicate<Kept> isBefore) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isBefore.test(get(middle))) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Kept get(int index) {
        Kept message = slots[(first + index) % slots.length];
        if (message == null) {
            throw new IndexOutOfBoundsException(index);
        }
        return message;
    }
}
