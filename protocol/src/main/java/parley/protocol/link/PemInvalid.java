package parley.protocol.link;

/** A PEM file does not have what it should. The message is for the person who named it, and names it. */
public final class PemInvalid extends Exception {

    private static final long serialVersionUID = 1L;

    PemInvalid(String sentence) {
        super(sentence);
    }
}
