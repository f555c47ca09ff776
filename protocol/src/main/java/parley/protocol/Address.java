package parley.protocol;

import java.net.InetSocketAddress;

/**
 * Where a server listens: {@code HOST:PORT}, {@code HOST}, or {@code [IPV6]:PORT}.
 *
 * @param host a name or an address, without brackets
 */
public record Address(String host, int port) {

    /** The port of the JSON-lines dialect. */
    public static final int DEFAULT_PORT = 7667;
    /** Where chatd listens and chatc looks unless told otherwise: this machine only. */
    public static final Address DEFAULT = new Address("127.0.0.1", DEFAULT_PORT);

    private static final int MAX_PORT = 65535;

    public Address {
        if (host.isBlank() || host.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("\"" + host + "\" is not a host name or address");
        }
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("port " + port + " is not between 0 and " + MAX_PORT);
        }
    }

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException with a sentence for the person who wrote it
     */
    public static Address parse(String text) {
        if (text.startsWith("[")) {
            return bracketed(text);
        }
        int colon = text.lastIndexOf(':');
        if (colon < 0) {
            return new Address(text, DEFAULT_PORT);
        }
        if (text.indexOf(':') != colon) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" has several colons: an IPv6 address is written [ADDRESS]:PORT");
        }
        return new Address(text.substring(0, colon), port(text.substring(colon + 1), text));
    }

    private static Address bracketed(String text) {
        int end = text.indexOf(']');
        if (end < 0) {
            throw new IllegalArgumentException("\"" + text + "\" lacks the closing ]");
        }
        String rest = text.substring(end + 1);
        if (!rest.isEmpty() && !rest.startsWith(":")) {
            throw new IllegalArgumentException("\"" + text + "\" is not of the form [ADDRESS]:PORT");
        }
        return new Address(text.substring(1, end), rest.isEmpty() ? DEFAULT_PORT : port(rest.substring(1), text));
    }

    private static int port(String digits, String whole) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "\"" + digits + "\" in \"" + whole + "\" is not a port: an address is written HOST:PORT", e);
        }
    }

    /** The socket address; the host name is looked up now. */
    public InetSocketAddress resolve() {
        return new InetSocketAddress(host, port);
    }

    @Override
    public String toString() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
