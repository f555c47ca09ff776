package parley.scenarios;

import org.jspecify.annotations.Nullable;
import parley.chatd.core.Engine;
import parley.protocol.Address;
import parley.protocol.link.ClientTls;

/** Which server scenarios are run against. */
public sealed interface Target {

    /**
     * One of chatd's in this process, for each scenario its own.
     *
     * @param inside what is different in it
     */
    record Embedded(Inside inside) implements Target {
        /** Nothing is different. */
        public Embedded() {
            this(new Inside() {
            });
        }
    }

    /** Gets inside an embedded server, to see what comes of it if something there goes wrong. */
    interface Inside {
        /** The engine that the server has, instead of the one it would. */
        default Engine engine(Engine usual) {
            return usual;
        }

        /** The scenario is over: what comes from now on is of ending its clients and its server. */
        default void over() {
            // Most do not look on.
        }

        /** Where clients connect, instead of to the server itself. */
        default Address front(Address server) {
            return server;
        }
    }

    /**
     * One that is there already.
     *
     * @param tls null in the clear
     */
    record At(Address address, @Nullable ClientTls tls) implements Target {
    }

    /**
     * What a command starts, for each scenario anew.
     *
     * @param command for {@code sh -c}; it has {@link #PORT}, a free port to listen at, or {@link #PORT_FILE}, a file to
     *         write the port into
     * @param tls null in the clear
     */
    record Started(String command, @Nullable ClientTls tls) implements Target {
        /** Stands for a free port. */
        public static final String PORT = "{port}";
        /** Stands for a file that the server writes its port into. */
        public static final String PORT_FILE = "{port-file}";

        public Started {
            if (!command.contains(PORT) && !command.contains(PORT_FILE)) {
                throw new IllegalArgumentException("the command does not say where the server listens: write " + PORT
                        + " where it takes its port, or " + PORT_FILE
                        + " where it takes a file to write its port into");
            }
        }
    }
}
