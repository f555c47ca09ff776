package parley.protocol.link;

/** What a server asks of its clients. */
public enum ClientCertificates {
    /** It does not ask. */
    NONE,
    /** It asks, and takes clients without one as well. */
    OPTIONAL,
    /** Who has none is turned away. */
    REQUIRED
}
