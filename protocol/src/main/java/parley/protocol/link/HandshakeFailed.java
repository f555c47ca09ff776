package parley.protocol.link;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.stream.Stream;

/** Both ends did not come to terms about TLS. The message says what was wrong, as this end sees it. */
public final class HandshakeFailed extends IOException {

    private static final long serialVersionUID = 1L;
    private static final String ALERT = "Received fatal alert: ";
    private static final String NOT_TLS = "; perhaps it does not speak TLS";

    /** What can be done something about. */
    public enum Reason {
        UNKNOWN_AUTHORITY, WRONG_NAME, EXPIRED, NOT_TLS, OTHER
    }

    private final Reason reason;

    private HandshakeFailed(Reason reason, String sentence, IOException cause) {
        super(sentence, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Java tells apart by the causes of an exception, and by its words, what deserves a sentence of its own. */
    static HandshakeFailed because(IOException e) {
        String words = String.valueOf(e.getMessage());
        if (has(e, CertificateExpiredException.class)) {
            return new HandshakeFailed(Reason.EXPIRED, "the other end's certificate has expired", e);
        } else if (has(e, CertificateNotYetValidException.class)) {
            return new HandshakeFailed(Reason.EXPIRED, "the other end's certificate is not valid yet", e);
        } else if (has(e, CertPathBuilderException.class) || has(e, CertPathValidatorException.class)) {
            return new HandshakeFailed(Reason.UNKNOWN_AUTHORITY,
                    "the other end's certificate was issued by nobody who is trusted here", e);
        } else if (has(e, CertificateException.class)) {
            return new HandshakeFailed(Reason.WRONG_NAME, "the other end's certificate is for another name", e);
        } else if (words.contains(ALERT)) {
            return alert(words.substring(words.indexOf(ALERT) + ALERT.length()), e);
        }
        return unspoken(e, words);
    }

    private static HandshakeFailed alert(String alert, IOException e) {
        return new HandshakeFailed(Reason.OTHER, switch (alert) {
            case "certificate_required" -> "the other end asks for a certificate of this end";
            case "bad_certificate", "certificate_unknown", "unknown_ca", "certificate_expired" ->
                "the other end does not accept the certificate of this end, or the lack of one (" + alert + ")";
            case "protocol_version", "handshake_failure", "insufficient_security" ->
                "both ends have no version or cipher of TLS in common (" + alert + ")";
            default -> "the other end refused (" + alert + ")";
        }, e);
    }

    private static HandshakeFailed unspoken(IOException e, String words) {
        if (e instanceof SocketTimeoutException) {
            return new HandshakeFailed(Reason.NOT_TLS, "the other end does not answer the handshake" + NOT_TLS, e);
        } else if (words.startsWith("Unsupported or unrecognized SSL message")) {
            return new HandshakeFailed(Reason.NOT_TLS, "the other end does not speak TLS", e);
        } else if (has(e, EOFException.class) || has(e, SocketException.class)) {
            return new HandshakeFailed(Reason.NOT_TLS,
                    "the other end closed the connection in the midst of the handshake" + NOT_TLS, e);
        }
        return new HandshakeFailed(Reason.OTHER, words, e);
    }

    private static boolean has(Throwable e, Class<? extends Exception> kind) {
        return Stream.iterate(e, cause -> cause != null, Throwable::getCause).anyMatch(kind::isInstance);
    }
}
