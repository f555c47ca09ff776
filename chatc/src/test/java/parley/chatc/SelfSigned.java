package parley.chatc;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate for this machine that nobody but its owner has signed, with its key, both in one PEM file. */
record SelfSigned(Path file) {

    /** Makes one that is valid today. */
    static SelfSigned make(Path file) throws Exception {
        return make(file, new GeneralName(GeneralName.iPAddress, "127.0.0.1"));
    }

    /** The same for the name that this machine has for itself, and not for its address. */
    static SelfSigned makeForLocalhost(Path file) throws Exception {
        return make(file, new GeneralName(GeneralName.dNSName, "localhost"));
    }

    private static SelfSigned make(Path file, GeneralName name) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair keys = generator.generateKeyPair();
        X500Principal subject = new X500Principal("CN=" + file.getFileName());
        Instant now = Instant.now();
        X509CertificateHolder certificate = new JcaX509v3CertificateBuilder(subject, BigInteger.ONE,
                Date.from(now.minus(Duration.ofHours(1))), Date.from(now.plus(Duration.ofHours(1))), subject,
                keys.getPublic())
                .addExtension(Extension.subjectAlternativeName, false,
                        new GeneralNames(name))
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()));
        Files.writeString(file,
                pem("CERTIFICATE", certificate.getEncoded()) + pem("PRIVATE KEY", keys.getPrivate().getEncoded()));
        return new SelfSigned(file);
    }

    private static String pem(String label, byte[] bytes) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(bytes) + "\n-----END " + label
                + "-----\n";
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
