package parley.chatd;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority of a test's own: nothing that could expire is kept, and no key that could be found. */
public final class Authority {

    private static final Duration DAY = Duration.ofDays(1);
    private static final AtomicLong SERIAL = new AtomicLong();

    private final Path folder;
    private final X500Principal name;
    private final KeyPair keys = keys("EC");
    private final Path certificate;

    private Authority(Path folder) throws Exception {
        this.folder = folder;
        this.name = new X500Principal("CN=" + folder.getFileName());
        X509Certificate own = sign(builder(name, keys, Instant.now().minus(DAY), DAY.multipliedBy(2))
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(true)));
        this.certificate = write("authority", own, keys).certificate();
    }

    /** What was issued, in PEM files. The fingerprint is the one that a server learns. */
    public record Issued(Path certificate, Path key, String fingerprint) {
    }

    /** An authority that is called as its folder is, and keeps its files there. */
    public static Authority in(Path folder) throws Exception {
        return new Authority(Files.createDirectories(folder));
    }

    /** Its own certificate, for those who trust it. */
    public Path certificate() {
        return certificate;
    }

    /** Issues a certificate for this machine, valid since yesterday and until tomorrow. */
    public Issued issue(String file) throws Exception {
        return issue(file, "EC");
    }

    /** The same with a key of this algorithm. */
    public Issued issue(String file, String algorithm) throws Exception {
        return issue(file, algorithm, Instant.now().minus(DAY), "localhost", "127.0.0.1");
    }

    /** Issues a certificate for these names, valid for two days from then on. */
    public Issued issue(String file, String algorithm, Instant from, String host, String address) throws Exception {
        KeyPair own = keys(algorithm);
        GeneralName[] names =
                {new GeneralName(GeneralName.dNSName, host), new GeneralName(GeneralName.iPAddress, address)};
        return write(file, sign(builder(new X500Principal("CN=" + file), own, from, DAY.multipliedBy(2))
                .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names))), own);
    }

    private static KeyPair keys(String algorithm) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(algorithm.equals("EC") ? 256 : 2048);
        return generator.generateKeyPair();
    }

    private JcaX509v3CertificateBuilder builder(X500Principal subject, KeyPair own, Instant from,
            Duration time) {
        return new JcaX509v3CertificateBuilder(name, BigInteger.valueOf(SERIAL.incrementAndGet()), Date.from(from),
                Date.from(from.plus(time)), subject, own.getPublic());
    }

    private X509Certificate sign(X509v3CertificateBuilder builder)
            throws GeneralSecurityException, OperatorCreationException {
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
    }

    private Issued write(String file, X509Certificate own, KeyPair pair) throws IOException, GeneralSecurityException {
        return new Issued(Files.writeString(folder.resolve(file + ".pem"), pem("CERTIFICATE", own.getEncoded())),
                Files.writeString(folder.resolve(file + ".key"), pem("PRIVATE KEY", pair.getPrivate().getEncoded())),
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(own.getEncoded())));
    }

    /** A block of a PEM file. */
    public static String pem(String label, byte[] bytes) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(bytes) + "\n-----END " + label
                + "-----\n";
    }
}
