package parley.chatd.core;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.chatd.core.Chat.assertRefused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.protocol.Command;
import parley.protocol.Event;
import parley.protocol.Event.Refused;
import parley.protocol.Refusal;

/** Which words are nicks, and which of them count as the same (RFC 8265). */
class NickTest {

    private final Chat chat = new Chat();

    @ParameterizedTest
    @ValueSource(strings = {"alice", "Alice", "a", "zoë", "Ελένη", "Иван", "李雷", "שרה", "x-y_z.7", "7of9", "[away]",
            "a|b^c~{d}", "12345678901234567890123456789012"})
    void theseAreNicksAndShownAsTheyAreWritten(String nick) {
        assertThat(chat.open().hello(nick)).isInstanceOfSatisfying(Event.Welcomed.class,
                welcomed -> assertThat(welcomed.nick()).isEqualTo(nick));
    }

    @Test
    void whoCannotHaveANickLearnsWhichOneItIsTakenFor() {
        chat.open().hello("alice");

        assertThat(((Refused) chat.open().hello("ALICE")).text()).isEqualTo("ALICE is in use");
        assertThat(((Refused) chat.open().hello("аlice")).text())
                .isEqualTo("аlice is in use, as alice, which counts as the same");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            ``                                | a nick has at least one character
            123456789012345678901234567890123 | a nick has at most 32 characters; this has 33
            `alice b`   | a nick is letters, digits and signs like - _ . without spaces; it cannot have a space
            ` alice`    | a nick is letters, digits and signs like - _ . without spaces; it cannot have a space
            ` `         | a nick is letters, digits and signs like - _ . without spaces; it cannot have a space
            #alice      | a nick is letters, digits and signs like - _ . without spaces; it cannot have #
            al#ice      | a nick is letters, digits and signs like - _ . without spaces; it cannot have #
            @alice      | a nick is letters, digits and signs like - _ . without spaces; it cannot have @
            a,b         | a nick is letters, digits and signs like - _ . without spaces; it cannot have ,
            a!b         | a nick is letters, digits and signs like - _ . without spaces; it cannot have !
            a*          | a nick is letters, digits and signs like - _ . without spaces; it cannot have *
            a/b         | a nick is letters, digits and signs like - _ . without spaces; it cannot have /
            🍵          | a nick is letters, digits and signs like - _ . without spaces; it cannot have 🍵
            alice♥      | a nick is letters, digits and signs like - _ . without spaces; it cannot have ♥
            """)
    void theseAreNotAndTheSentenceSaysWhy(String nick, String sentence) {
        assertThat(chat.open().hello(nick)).isEqualTo(new Refused(Refusal.NICK_INVALID, nick, sentence));
    }

    @ParameterizedTest
    @CsvSource({"0000, U+0000", "0007, U+0007", "000A, U+000A", "001B, U+001B", "007F, U+007F", "0085, U+0085",
            "200B, U+200B", "200D, U+200D", "202E, U+202E", "2066, U+2066", "FEFF, U+FEFF", "E0041, U+E0041"})
    void aCharacterThatCannotBeSeenIsNamedByItsNumber(String hex, String named) {
        String nick = "al" + Character.toString(Integer.parseInt(hex, 16)) + "ice";

        assertThat(chat.open().hello(nick)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.why()).isEqualTo(Refusal.NICK_INVALID);
            assertThat(refused.text()).endsWith("it cannot have " + named);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"＃lobby", "＠alice", "al：ice", "a，b", "！", "ａ＊"})
    void whatIsReservedIsReservedInFullWidthToo(String nick) {
        assertRefused(chat.open().hello(nick), Refusal.NICK_INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"אa", "1א", "aש"})
    void writingDirectionsAreNotMixed(String nick) {
        assertRefused(chat.open().hello(nick), Refusal.NICK_INVALID);
    }

    @ParameterizedTest
    @CsvSource({"Alice, alice", "ALICE, alice", "ａｌｉｃｅ, alice", "Ａlice, aLICE", "ZOË, zoë", "zoe\u0308, zoë",
            "ΣΑΜ, σαμ",
            "İSTANBUL, i\u0307stanbul"})
    void nicksThatFoldToTheSameAreTheSame(String one, String other) {
        chat.connect(one);

        assertThat(chat.open().hello(other)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.why()).isEqualTo(Refusal.NICK_TAKEN);
            assertThat(refused.about()).isEqualTo(other);
            assertThat(refused.text()).startsWith(other + " is in use");
        });
    }

    @ParameterizedTest
    @CsvSource({"alice, alicia", "zoe, zoë", "a.b, a-b", "straße, strasse", "rn, m"})
    void nicksThatFoldDifferentlyAreDifferent(String one, String other) {
        chat.connect(one);

        assertThat(chat.open().hello(other)).isInstanceOf(Event.Welcomed.class);
    }

    @Test
    void aFoldedNickFindsItsOwner() {
        Person alice = chat.connect("Alice");
        Person bob = chat.connect("bob");

        assertThat(bob.does(new Command.Tell("ａＬＩＣＥ", "psst"))).isEqualTo(Event.Done.PLAIN);
        assertThat(alice.news()).last().isEqualTo(new Event.Told("bob", "psst", FakeClock.NOON));
    }
}
