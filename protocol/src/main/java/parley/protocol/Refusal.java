package parley.protocol;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Why a command was not done. The wire name is a contract; the sentence that goes with it is for people. */
public enum Refusal implements WireName {
    /** Somebody else holds this nick, or one that looks the same. */
    NICK_TAKEN("nick-taken"),
    /** Empty, too long, or with characters that a nick cannot have. */
    NICK_INVALID("nick-invalid"),
    /** Not {@code #} and a name, too long, or with characters that a room cannot have. */
    ROOM_INVALID("room-invalid"),
    /** Nobody of that nick is here. */
    NO_SUCH_NICK("no-such-nick"),
    /** No room of that name is open. */
    NO_SUCH_ROOM("no-such-room"),
    /** The command needs a seat in that room. */
    NOT_A_MEMBER("not-a-member"),
    /** A seat in one more room is over the limit. */
    TOO_MANY_ROOMS("too-many-rooms"),
    /** A message needs a text. */
    TEXT_EMPTY("text-empty"),
    /** The text is over the limit. */
    TEXT_TOO_LONG("text-too-long"),
    /** The text has a character that no message can have. */
    TEXT_INVALID("text-invalid"),
    /** That cursor is not one of this server's, or of this room's. */
    CURSOR_INVALID("cursor-invalid"),
    /** No hello yet. */
    HELLO_FIRST("hello-first"),
    /** A second hello. */
    ALREADY_WELCOMED("already-welcomed"),
    /** The server has no such command. */
    UNKNOWN_COMMAND("unknown-command"),
    /** A field is missing or of the wrong type. */
    FIELD_INVALID("field-invalid"),
    /** The line is not a JSON object. */
    NOT_JSON("not-json"),
    /** The line is not UTF-8. */
    NOT_UTF8("not-utf8"),
    /** The line is over the limit; it was skipped. */
    LINE_TOO_LONG("line-too-long"),
    /** The nick is that of an account, and hello did not prove to be its owner. */
    NICK_RESERVED("nick-reserved"),
    /** The password is not that of the account. */
    PASSWORD_WRONG("password-wrong"),
    /** Only operators may do that. */
    NOT_OPERATOR("not-operator"),
    /** Banned from the room or the server. */
    BANNED("banned"),
    /** Kept from speaking in that room. */
    MUTED("muted"),
    /** Only those with a voice may speak there at present. */
    MODERATED("moderated"),
    /** Only operators may set the topic there. */
    TOPIC_LOCKED("topic-locked"),
    /** The room is for those who are invited. */
    INVITE_ONLY("invite-only"),
    /** The room is for accounts that have a role in it. */
    MEMBERS_ONLY("members-only"),
    /** All seats are taken. */
    ROOM_FULL("room-full"),
    /** The room asks for a key, and this is not it. */
    KEY_WRONG("key-wrong"),
    /** There is no such ban, mute or exception. */
    NO_SUCH_RESTRICTION("no-such-restriction"),
    /** The room has as many bans, mutes and exceptions as it can. */
    TOO_MANY_RESTRICTIONS("too-many-restrictions"),
    /** Too much in too little time; {@code retryAfter} says when it would be done. */
    RATE_LIMITED("rate-limited"),
    /** The server could not store it. */
    NOT_STORED("not-stored"),
    /** A reason this version does not know: a newer server's. */
    OTHER("other");

    private static final Map<String, Refusal> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Refusal::wireName, Function.identity()));

    private final String wireName;

    Refusal(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }

    /** The refusal of that wire name; {@link #OTHER} if there is none. */
    public static Refusal named(String wireName) {
        return BY_NAME.getOrDefault(wireName, OTHER);
    }

    @Override
    public String toString() {
        return wireName;
    }
}
