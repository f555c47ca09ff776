package parley.chatc;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parley.chatc.settings.Key;
import parley.chatc.settings.Setting;
import parley.chatc.settings.Settings;
import parley.protocol.link.ClientCertificates;
import parley.protocol.link.ClientTls;
import parley.protocol.link.Identity;
import parley.protocol.link.PemInvalid;
import parley.protocol.link.ServerTls;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** How a connection is made secure. Any of these asks for TLS; where none does, its classes are not even loaded. */
final class TlsOptions {

    private static final String KEY_ALONE = "--tls-key is the key of a certificate: name that with --tls-cert";

    @Option(names = "--tls", scope = ScopeType.INHERIT,
            description = "Connect over TLS, for which each of the next three stands as well; otherwise if CHATC_TLS is"
                    + " set, or the settings say so.")
    private boolean tls;

    @Option(names = "--tls-ca", paramLabel = "FILE", scope = ScopeType.INHERIT,
            description = "Trust the authorities in this PEM file; otherwise CHATC_TLS_CA, otherwise what the settings"
                    + " say, otherwise those that Java trusts.")
    private @Nullable Path authorities;

    @Option(names = "--tls-cert", paramLabel = "FILE", scope = ScopeType.INHERIT,
            description = "Show the certificate in this PEM file to a server that asks; otherwise CHATC_TLS_CERT,"
                    + " otherwise what the settings say.")
    private @Nullable Path certificate;

    @Option(names = "--tls-key", paramLabel = "FILE", scope = ScopeType.INHERIT,
            description = "That certificate's key; otherwise CHATC_TLS_KEY, otherwise what the settings say, otherwise"
                    + " it is in the same file.")
    private @Nullable Path key;

    /** What the arguments say. */
    Map<Key, String> asked() {
        Map<Key, String> asked = new EnumMap<>(Key.class);
        if (tls) {
            asked.put(Key.TLS, "true");
        }
        if (authorities != null) {
            asked.put(Key.TLS_CA, authorities.toString());
        }
        if (certificate != null) {
            asked.put(Key.TLS_CERT, certificate.toString());
        }
        if (key != null) {
            asked.put(Key.TLS_KEY, key.toString());
        }
        return asked;
    }

    /**
     * What the arguments have a server of chatc's own show its clients; null for one in the clear. The settings are
     * about other servers, and say nothing here.
     */
    @Nullable ServerTls shown() throws Complaint {
        if (asked().isEmpty()) {
            return null;
        }
        if (certificate == null) {
            throw new Complaint(Status.USAGE, key == null
                    ? "a server shows its clients a certificate: name one with --tls-cert, and its key with --tls-key"
                    : KEY_ALONE);
        }
        if (authorities != null) {
            throw new Complaint(Status.USAGE, "--tls-ca is about servers that chatc connects to, and here it is one");
        }
        try {
            return new ServerTls(Identity.read(certificate, key == null ? certificate : key),
                    ClientCertificates.OPTIONAL, List.of());
        } catch (PemInvalid e) {
            throw new Complaint(Status.USAGE, String.valueOf(e.getMessage()));
        }
    }

    /** What a client of such a server goes by, in the environment: it trusts what the server shows. */
    Map<String, String> variablesOfClients() {
        return certificate == null
                ? Map.of()
                : Map.of(Key.TLS.variable(), "true", Key.TLS_CA.variable(), certificate.toString());
    }

    /** What is in force; null for a connection in the clear. */
    static @Nullable ClientTls read(Settings settings) throws Complaint {
        if (settings.tls().isEmpty()) {
            return null;
        }
        try {
            return new ClientTls(file(settings, Key.TLS_CA), identity(settings));
        } catch (PemInvalid e) {
            throw new Complaint(Status.USAGE, String.valueOf(e.getMessage()));
        }
    }

    private static Optional<Identity> identity(Settings settings) throws PemInvalid, Complaint {
        Optional<Path> certificate = file(settings, Key.TLS_CERT);
        Optional<Path> key = file(settings, Key.TLS_KEY);
        if (certificate.isPresent()) {
            return Optional.of(Identity.read(certificate.get(), key.orElse(certificate.get())));
        } else if (key.isPresent()) {
            throw new Complaint(Status.USAGE, KEY_ALONE);
        }
        return Optional.empty();
    }

    private static Optional<Path> file(Settings settings, Key key) {
        return settings.file(key).map(Setting::value).map(Path::of);
    }

    /** The variables that have another chatc go the same way. */
    static Map<String, String> variables(Settings settings) {
        Map<String, String> variables = new TreeMap<>();
        settings.tls().ifPresent(it -> variables.put(Key.TLS.variable(), "true"));
        for (Key key : new Key[]{Key.TLS_CA, Key.TLS_CERT, Key.TLS_KEY}) {
            settings.file(key).ifPresent(it -> variables.put(key.variable(), it.value()));
        }
        return variables;
    }
}
