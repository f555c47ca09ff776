package parley.protocol;

/** Whom a ban, a mute or an exception is meant for. */
public sealed interface Target {

    /** Who it is, in the midst of a sentence. */
    default String words() {
        return switch (this) {
            case ByNick it -> it.pattern();
            case ByAccount it -> "the account " + it.name();
            case ByAddress it -> it.mask();
        };
    }

    /** Whoever has a nick like this: {@code *} stands for any run of characters, {@code ?} for one. */
    record ByNick(String pattern) implements Target {
    }

    /** Whoever is logged in to this account, under whatever nick. */
    record ByAccount(String name) implements Target {
    }

    /** Whoever comes from this address: {@code 203.0.113.7}, {@code 203.0.113.0/24} or {@code 2001:db8::/32}. */
    record ByAddress(String mask) implements Target {
    }
}
