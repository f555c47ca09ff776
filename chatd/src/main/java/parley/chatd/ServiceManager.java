package parley.chatd;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the service manager that started this process how it is, if one wants to know (sd_notify(3) of systemd): one
 * datagram each time, to the Unix socket that the variable {@code NOTIFY_SOCKET} names.
 *
 * <p>Java has no datagrams on Unix sockets, and to start {@code systemd-notify} for each would be slow, and refused
 * where only the main process may speak; so this calls the C library. The numbers are those of Linux. Where nobody wants
 * to know, nothing is loaded for it.
 */
final class ServiceManager {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceManager.class);

    private static final int AF_UNIX = 1;
    private static final int SOCK_DGRAM = 2;
    private static final int SOCK_CLOEXEC = 0x80000;
    /** struct sockaddr_un: the family in two bytes, then the path (unix(7)). */
    private static final long FAMILY_BYTES = 2;
    private static final int PATH_BYTES = 108;

    private final String socket;

    /**
     * @param socket a path, or {@code @} and a name in the abstract namespace; empty if nobody wants to know
     */
    ServiceManager(String socket) {
        this.socket = socket;
    }

    /** The one that started this process, if it was one. */
    static ServiceManager ofEnvironment() {
        String socket = System.getenv("NOTIFY_SOCKET");
        return new ServiceManager(socket == null ? "" : socket);
    }

    /** Now it serves, for the first time or again after reloading. */
    void ready(String status) {
        tell("READY=1\nSTATUS=" + status);
    }

    /** It reads its configuration again. On Linux, Java's own clock is the one that the service manager asks for. */
    void reloading() {
        tell("RELOADING=1\nMONOTONIC_USEC=" + TimeUnit.NANOSECONDS.toMicros(System.nanoTime()));
    }

    /** A sign of life. */
    void alive() {
        tell("WATCHDOG=1");
    }

    void stopping(String status) {
        tell("STOPPING=1\nSTATUS=" + status);
    }

    private void tell(String message) {
        if (!socket.isEmpty() && !send(message.getBytes(StandardCharsets.UTF_8))) {
            LOG.warn("the service manager could not be told at {}: {}", socket, message.lines().findFirst().orElse(""));
        }
    }

    private boolean send(byte[] message) {
        byte[] path = path();
        if (path.length > PATH_BYTES) {
            return false;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment address = arena.allocate(FAMILY_BYTES + path.length);
            address.set(ValueLayout.JAVA_SHORT_UNALIGNED, 0, (short) AF_UNIX);
            MemorySegment.copy(path, 0, address, ValueLayout.JAVA_BYTE, FAMILY_BYTES, path.length);
            return send(arena.allocateFrom(ValueLayout.JAVA_BYTE, message), address);
        } catch (Throwable e) {
            LOG.debug("calling the C library failed", e);
            return false;
        }
    }

    /** A name in the abstract namespace begins with a NUL. */
    private byte[] path() {
        byte[] path = socket.getBytes(StandardCharsets.UTF_8);
        if (path[0] == '@') {
            path[0] = 0;
        }
        return path;
    }

    private static boolean send(MemorySegment message, MemorySegment address) throws Throwable {
        MethodHandle open = function("socket", ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT);
        MethodHandle send = function("sendto", ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT, ValueLayout.ADDRESS,
                ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
        MethodHandle close = function("close", ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
        int descriptor = (int) open.invokeExact(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
        if (descriptor < 0) {
            return false;
        }
        long sent = (long) send.invokeExact(descriptor, message, message.byteSize(), 0, address,
                (int) address.byteSize());
        return (int) close.invokeExact(descriptor) == 0 && sent == message.byteSize();
    }

    @SuppressWarnings("restricted") // as the database does, and what the launcher allows
    private static MethodHandle function(String name, MemoryLayout result, MemoryLayout... arguments) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name),
                FunctionDescriptor.of(result, arguments));
    }
}
