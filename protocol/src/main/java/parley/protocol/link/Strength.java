package parley.protocol.link;

import java.util.Arrays;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** What both ends may agree on: the versions and ciphers that RFC 9325 recommends, as far as this Java has them. */
final class Strength {

    private static final Pattern CIPHERS =
            Pattern.compile("TLS_(ECDHE_(ECDSA|RSA)_WITH_)?(AES_(128|256)_GCM|CHACHA20_POLY1305)_SHA(256|384)");

    private Strength() {
    }

    static SSLParameters of(SSLContext context) {
        String[] ciphers = Arrays.stream(context.getDefaultSSLParameters().getCipherSuites())
                .filter(cipher -> CIPHERS.matcher(cipher).matches()).toArray(String[]::new);
        return new SSLParameters(ciphers, new String[]{"TLSv1.3", "TLSv1.2"});
    }
}
