package parley.protocol.link;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.protocol.text.FileTrouble;

/** Certificates and keys in PEM files (RFC 7468), as certificate authorities and {@code openssl} hand them out. */
public final class Pem {

    private static final Pattern BLOCK = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----",
            Pattern.DOTALL);

    /** One text between its two markers, still in Base64. */
    private record Block(String label, String text) {
    }

    private Pem() {
    }

    /**
     * All certificates of a file, in its order. Whatever else it has is passed over, such as a key.
     *
     * @throws PemInvalid if there is none, or one cannot be read
     */
    public static List<X509Certificate> certificates(Path file) throws PemInvalid {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Block block : blocks(file)) {
            if (block.label().endsWith("CERTIFICATE")) {
                certificates.add(certificate(file, block));
            }
        }
        if (certificates.isEmpty()) {
            throw new PemInvalid(file + " has no certificate: in a PEM file it is between -----BEGIN CERTIFICATE-----"
                    + " and -----END CERTIFICATE-----");
        }
        return List.copyOf(certificates);
    }

    private static X509Certificate certificate(Path file, Block block) throws PemInvalid {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(bytes(file, block)));
        } catch (CertificateException e) {
            throw new PemInvalid("a certificate in " + file + " is damaged");
        }
    }

    /** What is to be said about a certificate's dates at this time; empty if it is valid. */
    public static Optional<String> outOfDate(X509Certificate certificate, Instant now) {
        if (now.isAfter(certificate.getNotAfter().toInstant())) {
            return Optional.of("expired at " + certificate.getNotAfter().toInstant() + ": clients will not trust it");
        } else if (now.isBefore(certificate.getNotBefore().toInstant())) {
            return Optional.of("is valid from " + certificate.getNotBefore().toInstant()
                    + ": until then clients will not trust it");
        }
        return Optional.empty();
    }

    /**
     * The first private key of a file: PKCS #8, or one of the older forms that name their algorithm.
     *
     * @param certificate that it has to fit
     * @throws PemInvalid if there is none, it is locked, cannot be read, or is not that of the certificate
     */
    public static PrivateKey key(Path file, X509Certificate certificate) throws PemInvalid {
        for (Block block : blocks(file)) {
            if (block.label().endsWith("PRIVATE KEY")) {
                return key(file, block, certificate);
            }
        }
        throw new PemInvalid(file + " has no private key: in a PEM file it is between -----BEGIN PRIVATE KEY-----"
                + " and -----END PRIVATE KEY-----");
    }

    private static PrivateKey key(Path file, Block block, X509Certificate certificate) throws PemInvalid {
        if (block.label().startsWith("ENCRYPTED") || block.text().contains("ENCRYPTED")) {
            throw new PemInvalid("the private key in " + file + " is locked with a passphrase, which nobody is there to"
                    + " type; openssl pkey -in FILE -out NEW takes it off");
        }
        byte[] bytes = bytes(file, block);
        try {
            byte[] pkcs8 = block.label().equals("PRIVATE KEY") ? bytes : Pkcs8.of(bytes, certificate.getPublicKey());
            PrivateKey key = KeyFactory.getInstance(certificate.getPublicKey().getAlgorithm())
                    .generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            if (KeyPairs.belongTogether(key, certificate.getPublicKey())) {
                return key;
            }
        } catch (GeneralSecurityException e) {
            // A key of another algorithm cannot even be read as one of the certificate's.
        }
        throw new PemInvalid("the private key in " + file + " is not that of the certificate");
    }

    private static byte[] bytes(Path file, Block block) throws PemInvalid {
        try {
            return Base64.getMimeDecoder().decode(block.text());
        } catch (IllegalArgumentException e) {
            throw new PemInvalid(
                    "what " + file + " has between -----BEGIN " + block.label() + "----- and its end is damaged");
        }
    }

    private static List<Block> blocks(Path file) throws PemInvalid {
        Matcher matcher = BLOCK.matcher(text(file));
        return matcher.results().map(block -> new Block(block.group(1), block.group(2))).toList();
    }

    /** What stands outside the blocks may be in any encoding. */
    private static String text(Path file) throws PemInvalid {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new PemInvalid(FileTrouble.reading("file", file, e));
        }
    }
}
