package parley.chatd.dialect.irc;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import parley.protocol.WireName;

/** What a client can be asked to understand, and this server does (IRCv3 capability negotiation). */
enum Cap implements WireName {
    /** Word of who logs in and out. */
    ACCOUNT_NOTIFY("account-notify", false),
    /** A message's author may have an account, and everybody is told of it. */
    ACCOUNT_TAG("account-tag", true),
    /** Word of who is away, and who is back. */
    AWAY_NOTIFY("away-notify", true),
    /** Lines that belong together stand between two that say so. */
    BATCH("batch", true),
    /** Rooms' history, when it is asked for. */
    CHATHISTORY("draft/chathistory", false),
    /** Word of whose host is another: those who are called otherwise. */
    CHGHOST("chghost", true),
    /** Somebody's own messages come back to them. */
    ECHO_MESSAGE("echo-message", false),
    /** Of those whom one monitors, word of the same things as of those who share a room. */
    EXTENDED_MONITOR("extended-monitor", false),
    /** Who joins is told of with their account and their real name. */
    EXTENDED_JOIN("extended-join", true),
    /** Word of who is invited into rooms where they may invite themselves. */
    INVITE_NOTIFY("invite-notify", false),
    /** What is asked has a label, and so has its answer. */
    LABELED_RESPONSE("labeled-response", false),
    /** Lines may have tags, and messages have an id. */
    MESSAGE_TAGS("message-tags", true),
    /** All signs that somebody has, rather than the highest. */
    MULTI_PREFIX("multi-prefix", false),
    /** Who joins does not need to know who is there. */
    NO_IMPLICIT_NAMES("no-implicit-names", false),
    /** How far one person's clients have read. */
    READ_MARKER("draft/read-marker", false),
    /** Login without a nick, by one of some mechanisms. */
    SASL("sasl", false),
    /** A message may have several lines, and be longer than one, as a batch. */
    MULTILINE("draft/multiline", true),
    /** Lines say when it happened. */
    SERVER_TIME("server-time", true),
    /** Word of who is really called otherwise. */
    SETNAME("setname", false),
    /** FAIL, WARN and NOTE. */
    STANDARD_REPLIES("standard-replies", false),
    /** Lists of names have whole sources. */
    USERHOST_IN_NAMES("userhost-in-names", false),
    /** Word of capabilities that come and go, as sasl does with accounts; those who ask for CAP 302 have it unasked. */
    CAP_NOTIFY("cap-notify", false);

    private final String wireName;
    private final boolean shared;

    /** @param shared whether what many are told looks different with it */
    Cap(String wireName, boolean shared) {
        this.wireName = wireName;
        this.shared = shared;
    }

    @Override
    public String wireName() {
        return wireName;
    }

    static Optional<Cap> named(String name) {
        return Arrays.stream(values()).filter(cap -> cap.wireName.equals(name)).findFirst();
    }

    /** Those of them that change what many are told: the only batches among that are messages of several lines. */
    static Set<Cap> shared(Set<Cap> caps) {
        Set<Cap> some = EnumSet.noneOf(Cap.class);
        caps.stream().filter(cap -> cap.shared).forEach(some::add);
        if (!caps.contains(BATCH)) {
            some.remove(MULTILINE);
        }
        if (!some.contains(MULTILINE)) {
            some.remove(BATCH);
        }
        return some;
    }

    static String list(Collection<Cap> caps) {
        return caps.stream().map(Cap::wireName).collect(Collectors.joining(" "));
    }
}
