package parley.chatc;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The far end of a pipe that a descriptor of this process leads to. Whoever writes there learns that nobody reads any
 * more by writing; whoever has nothing to write, only by poll(2), for which Java has no word of its own.
 *
 * @param descriptor its number
 */
record PipeEnd(int descriptor) implements Shell.OutputEnd {

    /** Of poll.h: POLLERR for a pipe, POLLHUP for a socket. */
    private static final int GONE = 0x8 | 0x10;
    /** Interrupted by a signal, poll(2) is called again; but not for ever, should it fail for another reason. */
    private static final int MOST_TRIES = 100;

    /** What struct pollfd is like: an int, and two shorts. */
    private static final int EVENTS = 4;
    private static final int RETURNED = 6;
    private static final int SIZE = 8;

    @Override
    public void whenGone(Runnable then) {
        if (isPipe()) {
            Thread.ofPlatform().daemon().name("output-end").start(() -> {
                if (waitUntilGone()) {
                    then.run();
                }
            });
        }
    }

    private boolean isPipe() {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
            return target.startsWith("pipe:") || target.startsWith("socket:");
        } catch (IOException | UnsupportedOperationException e) {
            return false; // not Linux: it is noticed with the next line that is written
        }
    }

    @SuppressWarnings("restricted")
    private boolean waitUntilGone() {
        Linker linker = Linker.nativeLinker();
        MethodHandle poll = linker.downcallHandle(linker.defaultLookup().findOrThrow("poll"),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment pollfd = arena.allocate(SIZE, Integer.BYTES);
            pollfd.set(ValueLayout.JAVA_INT, 0, descriptor);
            pollfd.set(ValueLayout.JAVA_SHORT, EVENTS, (short) 0);
            for (int i = 0; i < MOST_TRIES; i++) {
                if ((int) poll.invokeExact(pollfd, 1L, -1) > 0) {
                    return (pollfd.get(ValueLayout.JAVA_SHORT, RETURNED) & GONE) != 0;
                }
            }
            return false;
        } catch (Throwable e) {
            throw new IllegalStateException("poll(2) cannot be called", e);
        }
    }
}
