package parley.chatd;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** A certificate authority of a test's own: nothing that could expire is kept, and no key that could be found. */
public final class Authority {

    private static final String PASSWORD = "changeit";

    private final Path folder;
    private final Path store;
    private final Path certificate;

    private Authority(Path folder) throws Exception {
        this.folder = folder;
        this.store = folder.resolve("store.p12");
        keytool("-genkeypair", "-alias", "authority", "-dname", "CN=authority", "-ext", "bc:c", "-keyalg", "EC",
                "-keysize", "256", "-validity", "2");
        this.certificate = issued("authority").certificate();
    }

    /** What was issued, in PEM files. The fingerprint is the one that a server learns. */
    public record Issued(Path certificate, Path key, String fingerprint) {
    }

    /** An authority that keeps its files in a folder of its own. */
    public static Authority in(Path folder) throws Exception {
        return new Authority(Files.createDirectories(folder));
    }

    /** Its own certificate, for those who trust it. */
    public Path certificate() {
        return certificate;
    }

    /** Issues a certificate for this machine, valid since yesterday and until tomorrow. */
    public Issued issue(String name) throws Exception {
        return issue(name, "EC", "-1d", 2);
    }

    /** Issues a certificate for this machine. */
    public Issued issue(String name, String algorithm, String start, int days) throws Exception {
        return issue(name, "dns:localhost,ip:127.0.0.1", algorithm, start, days);
    }

    /** Issues a certificate for other names. */
    public Issued issue(String name, String names, String algorithm, String start, int days) throws Exception {
        keytool("-genkeypair", "-alias", name, "-signer", "authority", "-dname", "CN=" + name, "-ext",
                "san=" + names, "-keyalg", algorithm, "-keysize", algorithm.equals("EC") ? "256" : "2048", "-startdate",
                start, "-validity", Integer.toString(days));
        return issued(name);
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-J-XX:+UseSerialGC",
                        "-J-XX:TieredStopAtLevel=1", "-keystore", store.toString(), "-storepass", PASSWORD));
        command.addAll(1, Arrays.asList(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String says = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(says);
        }
    }

    private Issued issued(String name) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        StringBuilder chain = new StringBuilder();
        for (Certificate one : keys.getCertificateChain(name)) {
            chain.append(pem("CERTIFICATE", one.getEncoded()));
        }
        Key key = keys.getKey(name, PASSWORD.toCharArray());
        byte[] own = keys.getCertificate(name).getEncoded();
        return new Issued(Files.writeString(folder.resolve(name + ".pem"), chain),
                Files.writeString(folder.resolve(name + ".key"), pem("PRIVATE KEY", key.getEncoded())),
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(own)));
    }

    /** A block of a PEM file. */
    public static String pem(String label, byte[] bytes) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(bytes) + "\n-----END " + label
                + "-----\n";
    }
}
