package parley.chatd.core;

import java.net.InetAddress;
import java.util.HexFormat;
import java.util.Optional;

/**
 * An address, or all addresses of a network: {@code 203.0.113.7}, {@code 203.0.113.0/24}, {@code 2001:db8::/32}
 * (RFC 4632, RFC 4291).
 *
 * @param prefix how many bits of the first address all of them share
 */
public record AddressRange(InetAddress first, int prefix) {

    private static final int IPV4_BYTES = 4;
    private static final int SITE_BYTES = 8;

    /** This machine itself. */
    public static final String LOOPBACK_4 = "127.0.0.0/8";
    public static final String LOOPBACK_6 = "::1";

    /** Reads one; empty if the text is none. No name is ever looked up. */
    public static Optional<AddressRange> read(String text) {
        int slash = text.indexOf('/');
        try {
            String address = slash < 0 ? text : text.substring(0, slash);
            if (address.indexOf(':') < 0 && address.chars().filter(c -> c == '.').count() != 3) {
                return Optional.empty(); // 10.7 would be 10.0.0.7, which hardly anybody means
            }
            InetAddress first = InetAddress.ofLiteral(address);
            int bits = first.getAddress().length * Byte.SIZE;
            int prefix = slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1));
            return prefix >= 0 && prefix <= bits ? Optional.of(new AddressRange(first, prefix)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** All addresses that are likely to be one household's: one of IPv4, a network of 64 bits of IPv6 (RFC 6177). */
    public static AddressRange site(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == IPV4_BYTES) {
            return new AddressRange(address, IPV4_BYTES * Byte.SIZE);
        }
        String network = HexFormat.of().formatHex(bytes, 0, SITE_BYTES).replaceAll("....", "$0:") + ":";
        return new AddressRange(InetAddress.ofLiteral(network), SITE_BYTES * Byte.SIZE);
    }

    /** As it is read: with its prefix only if it is more than one address. */
    @Override
    public String toString() {
        String address = first.getHostAddress();
        return prefix == first.getAddress().length * Byte.SIZE ? address : address + "/" + prefix;
    }

    public boolean contains(InetAddress address) {
        byte[] mine = first.getAddress();
        byte[] theirs = address.getAddress();
        if (mine.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit += Byte.SIZE) {
            int mask = prefix - bit >= Byte.SIZE ? 0xff : 0xff << (Byte.SIZE - (prefix - bit));
            if (((mine[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask & 0xff) != 0) {
                return false;
            }
        }
        return true;
    }
}
