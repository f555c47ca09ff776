package parley.scenarios.language;

import parley.protocol.Target;

/** By what somebody is meant who is banned, muted, exempted or admitted. */
public enum Whom {
    NICK, ACCOUNT, ADDRESS;

    /** Who is meant by this name. */
    public Target target(String name) {
        return switch (this) {
            case NICK -> new Target.ByNick(name);
            case ACCOUNT -> new Target.ByAccount(name);
            case ADDRESS -> new Target.ByAddress(name);
        };
    }

    /** A target in the words of the language: {@code bob}, {@code account bob} or {@code address 10.0.0.0/8}. */
    public static String text(Target target) {
        return switch (target) {
            case Target.ByNick it -> it.pattern();
            case Target.ByAccount it -> "account " + it.name();
            case Target.ByAddress it -> "address " + it.mask();
        };
    }
}
