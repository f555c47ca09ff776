package parley.protocol.link;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;

/** Tells whether a private and a public key are a pair: what one signs, the other knows. */
final class KeyPairs {

    private static final byte[] ANYTHING = {'a', 'n', 'y'};

    private KeyPairs() {
    }

    static boolean belongTogether(PrivateKey key, PublicKey publicKey) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        });
        signature.initSign(key);
        signature.update(ANYTHING);
        byte[] signed = signature.sign();
        signature.initVerify(publicKey);
        signature.update(ANYTHING);
        return signature.verify(signed);
    }
}
