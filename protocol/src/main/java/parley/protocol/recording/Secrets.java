package parley.protocol.recording;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The secrets that a recording has had so far, and the names they go by. In memory only. One thread. */
final class Secrets {

    /** One that is shorter is a word that may stand for itself elsewhere: it is taken out only where it is a secret. */
    private static final int LEAST_TO_REMEMBER = 6;
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[A-Z][A-Z0-9_]*}");

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> remembered = new LinkedHashMap<>();
    private final Map<SecretKind, Integer> counts = new EnumMap<>(SecretKind.class);
    private final Set<String> taken = new HashSet<>();

    /** Names that are in use already. */
    void reserve(Iterable<String> placeholders) {
        placeholders.forEach(taken::add);
    }

    /** Whether it stands for a secret, and is none. */
    static boolean isPlaceholder(String text) {
        return PLACEHOLDER.matcher(text).matches();
    }

    /** The name of a secret, the same whenever it comes. */
    String name(SecretKind kind, String secret) {
        String known = names.get(secret);
        if (known != null) {
            return known;
        }
        String name = next(kind);
        names.put(secret, name);
        if (secret.length() >= LEAST_TO_REMEMBER) {
            remembered.put(secret, name);
        }
        if (kind == SecretKind.SASL) {
            password(secret).ifPresent(it -> name(SecretKind.PASSWORD, it));
        }
        return name;
    }

    private String next(SecretKind kind) {
        String name;
        do {
            name = kind.name(counts.merge(kind, 1, Integer::sum));
        } while (!taken.add(name));
        return name;
    }

    /** The password in what SASL PLAIN sends: authorization identity, name and password, parted by U+0000 (RFC 4616). */
    private static Optional<String> password(String payload) {
        try {
            String text = new String(Base64.getDecoder().decode(payload), StandardCharsets.UTF_8);
            String[] parts = text.split("\0", -1);
            return parts.length == 3 && !parts[2].isEmpty() ? Optional.of(parts[2]) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What is a secret wherever it stands from now on, and its name. */
    Map<String, String> remembered() {
        return remembered;
    }
}
