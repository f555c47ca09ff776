package parley.chatd.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.chatd.Authority;
import parley.chatd.Authority.Issued;
import parley.chatd.config.Listening.DialectName;
import parley.chatd.config.Listening.Tls;
import parley.protocol.Address;
import parley.protocol.link.ClientCertificates;
import parley.protocol.link.Identity;

/** Listeners as tables, and the files that they name: what is wrong is known before anybody connects. */
class ListenersTest {

    @TempDir
    static Path folder;
    private static Authority authority;
    private static Issued elliptic;
    private static Issued rsa;

    @BeforeAll
    static void issue() throws Exception {
        authority = Authority.in(folder);
        elliptic = authority.issue("elliptic");
        rsa = authority.issue("rsa", "RSA");
    }

    @Test
    void everyKeyIsRead() throws Exception {
        assertThat(read("""
                [[listen]]
                address = "127.0.0.1:7667"

                [[listen]]
                address = "0.0.0.0:7697"
                dialect = "json"
                certificate = "elliptic.pem"
                key = "elliptic.key"
                client_certificates = "required"
                client_ca = "authority.pem"
                """).listen()).containsExactly(Listening.plain(new Address("127.0.0.1", 7667)),
                new Listening(new Address("0.0.0.0", 7697), DialectName.JSON,
                        Optional.of(new Tls(folder.resolve("elliptic.pem"), folder.resolve("elliptic.key"),
                                ClientCertificates.REQUIRED, Optional.of(folder.resolve("authority.pem"))))));
    }

    @Test
    void textsAndTablesMayStandInOneList() throws Exception {
        assertThat(read("listen = [\"127.0.0.1:1\", {address = \"127.0.0.1:2\"}]").listen()).containsExactly(
                Listening.plain(new Address("127.0.0.1", 1)), Listening.plain(new Address("127.0.0.1", 2)));
    }

    @Test
    void anotherPortKeepsTheTls() throws Exception {
        Config config = read(tls("elliptic.pem", "elliptic.key"));

        assertThat(config.onPort(5).listen()).containsExactly(
                new Listening(new Address("127.0.0.1", 5), DialectName.JSON, config.listen().getFirst().tls()));
    }

    @Test
    void keysOfAllKindsAreReadInTheirOldFormsToo() throws Exception {
        Files.writeString(folder.resolve("rsa1.key"), Authority.pem("RSA PRIVATE KEY", withoutAlgorithm(rsa)));
        Files.writeString(folder.resolve("sec1.key"), Authority.pem("EC PRIVATE KEY", withoutAlgorithm(elliptic)));
        Files.writeString(folder.resolve("both.pem"),
                "Subject: us\n" + Files.readString(rsa.key()) + Files.readString(rsa.certificate()));

        assertThat(read(tls("rsa.pem", "rsa.key"))).isNotNull();
        assertThat(read(tls("rsa.pem", "rsa1.key"))).isNotNull();
        assertThat(read(tls("elliptic.pem", "sec1.key"))).isNotNull();
        assertThat(read(tls("both.pem", "both.pem"))).isNotNull();
        assertThat(Identity.read(rsa.certificate(), folder.resolve("rsa1.key")).key())
                .isEqualTo(Identity.read(rsa.certificate(), rsa.key()).key());
    }

    /** A PKCS #8 key is a version, the algorithm, and then, in octets, what the older form is. */
    private static byte[] withoutAlgorithm(Issued issued) throws Exception {
        byte[] pkcs8 = Identity.read(issued.certificate(), issued.key()).key().getEncoded();
        int algorithm = header(pkcs8, 0) + 3;
        int octets = algorithm + 2 + pkcs8[algorithm + 1];
        return Arrays.copyOfRange(pkcs8, octets + header(pkcs8, octets), pkcs8.length);
    }

    /** How many bytes the tag and the length of a DER element have. */
    private static int header(byte[] bytes, int at) {
        return bytes[at + 1] < 0 ? 2 + (bytes[at + 1] & 0x7f) : 2;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            dialect = "json"            | 1:1: address is missing: it is what to listen at, HOST:PORT
            address = "a:b"             | 2:1: address is an address HOST:PORT: "b" in "a:b" is not a port: an address is written HOST:PORT
            adress = "127.0.0.1:1"      | 1:1: address is missing: it is what to listen at, HOST:PORT\\n2:1: adress is not a key in [[listen]]; did you mean address?
            address = 5                 | 2:1: address is a text in quotes\\n2:1: address is missing: it is what to listen at, HOST:PORT
            """)
    void whatIsWrongInATableIsNamedWithItsPlace(String line, String problems) {
        assertThat(problems("[[listen]]\n" + line + "\n")).isEqualTo(problems.replace("\\n", "\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            dialect = "morse"                 | dialect is one of "json", "irc", not "morse"
            certificate = "elliptic.pem"      | certificate is half of what TLS needs: certificate and key come together
            key = "elliptic.key"              | key is half of what TLS needs: certificate and key come together
            client_certificates = "optional"  | client_certificates has a meaning only with TLS: name a certificate and a key as well
            client_certificates = "yes"       | client_certificates is one of "none", "optional", "required", not "yes"
            client_ca = "authority.pem"       | client_ca has a meaning only with client_certificates = "optional" or "required"
            certificate = "a\\u0000"          | certificate is no path: Nul character not allowed
            """)
    void whatDoesNotGoTogetherIsSaid(String line, String problem) {
        assertThat(problems("[[listen]]\naddress = \"127.0.0.1:1\"\n" + line + "\n")).isEqualTo("3:1: " + problem);
    }

    @Test
    void whatIsWrongWithAFileIsNamedWithThePlaceOfItsKey() throws Exception {
        Files.writeString(folder.resolve("empty.pem"), "");
        Files.writeString(folder.resolve("damaged.pem"), Authority.pem("CERTIFICATE", new byte[]{1, 2, 3}));
        Files.writeString(folder.resolve("garbled.pem"),
                "-----BEGIN CERTIFICATE-----\nMIIB=A=\n-----END CERTIFICATE-----");
        Files.writeString(folder.resolve("locked.key"), Authority.pem("ENCRYPTED PRIVATE KEY", new byte[]{1, 2, 3}));
        Files.writeString(folder.resolve("broken.key"), Authority.pem("PRIVATE KEY", new byte[]{1, 2, 3}));

        assertThat(ofFiles("nowhere.pem", "elliptic.key"))
                .isEqualTo("3:1: certificate cannot be used: there is no file " + folder.resolve("nowhere.pem"));
        assertThat(ofFiles("", "elliptic.key"))
                .isEqualTo("4:1: key is half of what TLS needs: certificate and key come together");
        assertThat(ofFiles("empty.pem", "elliptic.key"))
                .startsWith("3:1: certificate cannot be used: " + folder.resolve("empty.pem")
                        + " has no certificate: in a PEM file it is between -----BEGIN CERTIFICATE-----");
        assertThat(ofFiles("damaged.pem", "elliptic.key"))
                .isEqualTo("3:1: certificate cannot be used: a certificate in " + folder.resolve("damaged.pem")
                        + " is damaged");
        assertThat(ofFiles("garbled.pem", "elliptic.key")).startsWith("3:1: certificate cannot be used: ")
                .endsWith("damaged");
        assertThat(ofFiles(".", "elliptic.key")).isEqualTo(
                "3:1: certificate cannot be used: the file " + folder.resolve(".") + " cannot be read: Is a directory");
        assertThat(ofFiles("elliptic.pem", "nowhere.key"))
                .isEqualTo("4:1: key cannot be used: there is no file " + folder.resolve("nowhere.key"));
        assertThat(ofFiles("elliptic.pem", "elliptic.pem"))
                .startsWith("4:1: key cannot be used: " + folder.resolve("elliptic.pem")
                        + " has no private key: ");
        assertThat(ofFiles("elliptic.pem", "locked.key")).startsWith("4:1: key cannot be used: the private key in "
                + folder.resolve("locked.key") + " is locked with a passphrase");
        for (String other : List.of("rsa.key", "authority.key", "broken.key")) {
            assertThat(ofFiles("elliptic.pem", other)).isEqualTo("4:1: key cannot be used: the private key in "
                    + folder.resolve(other) + " is not that of the certificate");
        }
        assertThat(problems(tls("elliptic.pem", "elliptic.key") + """
                client_certificates = "optional"
                client_ca = "nowhere.pem"
                """)).isEqualTo("6:1: client_ca cannot be used: there is no file " + folder.resolve("nowhere.pem"));
    }

    @Test
    void aFileThatMayNotBeReadIsSaidToBeSo() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.key"), "");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
        Assumptions.assumeThat(Files.isReadable(secret)).as("root may read everything").isFalse();

        assertThat(ofFiles("elliptic.pem", "secret.key"))
                .isEqualTo("4:1: key cannot be used: the file " + secret + " cannot be read: permission denied");
    }

    @Test
    void aCertificateOutOfDateIsAWarning() throws Exception {
        authority.issue("expired", "EC", Instant.now().minus(Duration.ofDays(3)), "localhost", "127.0.0.1");
        authority.issue("early", "EC", Instant.now().plus(Duration.ofDays(1)), "localhost", "127.0.0.1");
        List<String> warnings = new ArrayList<>();

        String toml = tls("expired.pem", "expired.key") + tls("early.pem", "early.key");
        ConfigFile.parse(file(toml), toml, warnings::add);

        assertThat(warnings).hasSize(2);
        assertThat(warnings.get(0)).startsWith(folder.resolve("chatd.toml") + ":3:1: the certificate expired at 20");
        assertThat(warnings.get(1)).startsWith(folder.resolve("chatd.toml") + ":7:1: the certificate is valid from 20");
    }

    private static String tls(String certificate, String key) {
        return """
                [[listen]]
                address = "127.0.0.1:7697"
                certificate = "%s"
                key = "%s"
                """.formatted(certificate, key);
    }

    private static String ofFiles(String certificate, String key) throws Exception {
        return problems(tls(certificate, key));
    }

    private static Config read(String toml) throws Exception {
        return ConfigFile.parse(file(toml), toml, warning -> fail(warning));
    }

    private static Path file(String toml) throws IOException {
        return Files.writeString(folder.resolve("chatd.toml"), toml);
    }

    /** What is wrong, without the file's name in front of each line. */
    private static String problems(String toml) {
        String message = catchThrowableOfType(ConfigInvalid.class, () -> read(toml)).getMessage();
        return message.replace(folder.resolve("chatd.toml") + ":", "");
    }
}
