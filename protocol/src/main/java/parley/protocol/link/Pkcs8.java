package parley.protocol.link;

import java.nio.ByteBuffer;
import java.security.PublicKey;

/**
 * Puts a private key of an older form, {@code RSA PRIVATE KEY} (PKCS #1) or {@code EC PRIVATE KEY} (RFC 5915), into the
 * one that Java reads (PKCS #8, RFC 5208), which has in front of the key what the older forms leave to their label: the
 * algorithm. The public key of the same pair names it in the same bytes.
 */
final class Pkcs8 {

    private static final byte[] VERSION = {2, 1, 0};
    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 4;

    private Pkcs8() {
    }

    static byte[] of(byte[] key, PublicKey publicKey) {
        byte[] algorithm = algorithm(publicKey.getEncoded());
        byte[] octets = element(OCTETS, key);
        return element(SEQUENCE, ByteBuffer.allocate(VERSION.length + algorithm.length + octets.length).put(VERSION)
                .put(algorithm).put(octets).array());
    }

    /** A public key is a sequence (RFC 5280, section 4.1), of which the algorithm is the first element. */
    private static byte[] algorithm(byte[] publicKey) {
        int start = publicKey[1] < 0 ? 2 + (publicKey[1] & 0x7f) : 2;
        byte[] algorithm = new byte[2 + publicKey[start + 1]];
        ByteBuffer.wrap(publicKey, start, algorithm.length).get(algorithm);
        return algorithm;
    }

    /** DER: a tag, the length in as few bytes as it takes, the content. */
    private static byte[] element(int tag, byte[] content) {
        int length = content.length;
        ByteBuffer element = ByteBuffer.allocate(4 + length).put((byte) tag);
        if (length > 0xff) {
            element.put((byte) 0x82).put((byte) (length >> 8));
        } else if (length > 0x7f) {
            element.put((byte) 0x81);
        }
        byte[] bytes = new byte[element.put((byte) length).put(content).position()];
        element.flip().get(bytes);
        return bytes;
    }
}
