package parley.protocol.link;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/**
 * Who one end is.
 *
 * @param chain its certificate, followed by those of the authorities in between, if any
 * @param key the certificate's
 */
public record Identity(List<X509Certificate> chain, PrivateKey key) {

    /** Keeps the entry apart from nothing: the store is in memory and has no other. */
    private static final char[] PASSWORD = "memory".toCharArray();

    public Identity {
        chain = List.copyOf(chain);
    }

    /**
     * Reads both from PEM files, which may be one and the same.
     *
     * @throws PemInvalid if a file does not have what it should, or the key is not that of the first certificate
     */
    public static Identity read(Path certificate, Path key) throws PemInvalid {
        List<X509Certificate> chain = Pem.certificates(certificate);
        return new Identity(chain, Pem.key(key, chain.getFirst()));
    }

    KeyManager[] keyManagers() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("identity", key, PASSWORD, chain.toArray(X509Certificate[]::new));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, PASSWORD);
        return factory.getKeyManagers();
    }
}
