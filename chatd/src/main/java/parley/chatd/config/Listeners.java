package parley.chatd.config;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import parley.chatd.config.Listening.DialectName;
import parley.chatd.config.Listening.Tls;
import parley.chatd.toml.Section;
import parley.protocol.Address;
import parley.protocol.link.ClientCertificates;
import parley.protocol.link.Pem;
import parley.protocol.link.PemInvalid;

/**
 * Reads where a server listens: a list of addresses, and of tables with an address and what else there is to say. The
 * files that they name are looked into, so that what is wrong with them is known before anybody connects.
 */
final class Listeners {

    private static final String SHAPE = "is a list of addresses HOST:PORT, or of tables, each under a [[listen]]";

    private final Path folder;
    private final Consumer<String> warn;

    /**
     * @param folder what the names of files are relative to
     * @param warn takes what is not wrong, but hardly meant
     */
    Listeners(Path folder, Consumer<String> warn) {
        this.folder = folder;
        this.warn = warn;
    }

    List<Listening> read(Section top, List<Listening> otherwise) {
        return top
                .each("listen", 1, SHAPE, text -> top.address("listen", text, SHAPE).map(Listening::plain), this::table)
                .orElse(otherwise);
    }

    private Optional<Listening> table(Section table) {
        String text = table.text("address", "");
        Optional<Address> address = text.isEmpty()
                ? Optional.empty()
                : table.address("address", text, Section.ADDRESS);
        if (text.isEmpty()) {
            table.problem("address", "is missing: it is what to listen at, HOST:PORT");
        }
        DialectName dialect = table.word("dialect", DialectName.JSON);
        Optional<Tls> tls = tls(table);
        table.end();
        return address.map(at -> new Listening(at, dialect, tls));
    }

    private Optional<Tls> tls(Section table) {
        Optional<Path> certificate = table.path("certificate", folder);
        Optional<Path> key = table.path("key", folder);
        ClientCertificates clients = table.word("client_certificates", ClientCertificates.NONE);
        Optional<Path> clientAuthority = table.path("client_ca", folder);
        if (clientAuthority.isPresent() && clients == ClientCertificates.NONE) {
            table.problem("client_ca", "has a meaning only with client_certificates = \"optional\" or \"required\"");
        }
        if (certificate.isPresent() && key.isPresent()) {
            return Optional.of(sound(table, new Tls(certificate.get(), key.get(), clients, clientAuthority)));
        }
        if (certificate.isPresent() || key.isPresent()) {
            table.problem(certificate.isPresent() ? "certificate" : "key",
                    "is half of what TLS needs: certificate and key come together");
        } else if (clients != ClientCertificates.NONE) {
            table.problem("client_certificates", "has a meaning only with TLS: name a certificate and a key as well");
        }
        return Optional.empty();
    }

    private Tls sound(Section table, Tls tls) {
        sound(table, "certificate", () -> Pem.certificates(tls.certificate())).map(List::getFirst).ifPresent(first -> {
            warnOfDates(table, first);
            sound(table, "key", () -> Pem.key(tls.key(), first));
        });
        tls.clientAuthority().ifPresent(file -> sound(table, "client_ca", () -> Pem.certificates(file)));
        return tls;
    }

    /** What is in a file. */
    private interface Content<T> {
        T read() throws PemInvalid;
    }

    private static <T> Optional<T> sound(Section table, String key, Content<T> content) {
        try {
            return Optional.of(content.read());
        } catch (PemInvalid e) {
            table.problem(key, "cannot be used: " + e.getMessage());
            return Optional.empty();
        }
    }

    private void warnOfDates(Section table, X509Certificate certificate) {
        Pem.outOfDate(certificate, Instant.now())
                .ifPresent(sentence -> warn.accept(table.place("certificate") + ": the certificate " + sentence));
    }
}
