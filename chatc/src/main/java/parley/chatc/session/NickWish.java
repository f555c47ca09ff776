package parley.chatc.session;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The nick that a client would like.
 *
 * @param nick as it is shown
 * @param orNext whether the next that is free will do: alice, alice2, alice3 and so on
 */
public record NickWish(String nick, boolean orNext) {

    /** What somebody is called whose login name has nothing that a nick can have. */
    private static final String NOBODY = "guest";
    /** Leaves room for a number within the 32 characters of a nick. */
    private static final int MAX_LENGTH = 28;
    private static final int MAX_NUMBER = 999;

    /** This nick and no other. */
    public static NickWish exactly(String nick) {
        return new NickWish(nick, false);
    }

    /** A nick like the login name: what a nick cannot have becomes a minus. */
    public static NickWish like(String login) {
        StringBuilder nick = new StringBuilder();
        login.codePoints().limit(MAX_LENGTH).map(c -> Character.isLetterOrDigit(c) || c == '_' || c == '.' ? c : '-')
                .forEach(nick::appendCodePoint);
        boolean says = nick.codePoints().anyMatch(Character::isLetterOrDigit);
        return new NickWish(says ? nick.toString() : NOBODY, true);
    }

    /** The nicks to ask for, one after the other. */
    public Stream<String> inTurn() {
        return orNext
                ? Stream.concat(Stream.of(nick), IntStream.rangeClosed(2, MAX_NUMBER).mapToObj(n -> nick + n))
                : Stream.of(nick);
    }
}
