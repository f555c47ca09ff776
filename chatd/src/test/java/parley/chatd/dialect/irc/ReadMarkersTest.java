package parley.chatd.dialect.irc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** IRCv3 draft/read-marker. */
class ReadMarkersTest {

    private static final String CAPS = "draft/read-marker";
    private static final String EARLY = "timestamp=2026-01-31T11:00:00.000Z";
    private static final String LATE = "timestamp=2026-01-31T11:30:00.123Z";

    private final Irc irc = new Irc(Irc.settings("", Irc.LIMITS, Irc.operator("alice"), "#lobby"));

    @Test
    void whatIsSetIsKeptAndNeverGoesBack() {
        IrcPerson bob = irc.connect("bob", CAPS);

        assertThat(bob.asks("MARKREAD #tea")).containsExactly(":irc.test MARKREAD #tea *");
        assertThat(bob.asks("MARKREAD #tea " + EARLY)).containsExactly(":irc.test MARKREAD #tea " + EARLY);
        assertThat(bob.asks("MARKREAD #TEA " + LATE)).containsExactly(":irc.test MARKREAD #TEA " + LATE);
        assertThat(bob.asks("MARKREAD #tea " + EARLY)).containsExactly(":irc.test MARKREAD #tea " + LATE);
        assertThat(bob.asks("MARKREAD #tea")).containsExactly(":irc.test MARKREAD #tea " + LATE);
        assertThat(bob.asks("MARKREAD carol " + EARLY, "MARKREAD Carol"))
                .containsExactly(":irc.test MARKREAD carol " + EARLY, ":irc.test MARKREAD Carol " + EARLY);
    }

    @Test
    void nobodyHasReadWhatIsStillToBeSaid() {
        IrcPerson bob = irc.connect("bob", CAPS);
        irc.clock().advance(Duration.ofSeconds(1));

        assertThat(bob.asks("MARKREAD #tea timestamp=2999-01-31T11:00:00.000Z"))
                .containsExactly(":irc.test MARKREAD #tea timestamp=2026-01-31T12:00:01.123Z");
    }

    @Test
    void whoJoinsIsToldHowFarTheyHaveRead() {
        IrcPerson bob = irc.connect("bob", CAPS);

        assertThat(bob.asks("JOIN #tea")).containsSubsequence(":bob!~u@bob JOIN #tea", ":irc.test MARKREAD #tea *",
                ":irc.test 366 bob #tea :End of /NAMES list");
        assertThat(bob.asks("MARKREAD #tea " + EARLY, "PART #tea", "JOIN #tea"))
                .contains(":irc.test MARKREAD #tea " + EARLY);
        assertThat(irc.connect("carol").asks("JOIN #tea")).noneMatch(line -> line.contains("MARKREAD"));
    }

    @Test
    void whoHasAnAccountSharesItWithThatAlone() {
        IrcPerson alice = irc.connect("alice1", CAPS);
        IrcPerson alsoAlice = irc.connect("alice2", CAPS);
        IrcPerson simple = irc.connect("alice3", "");
        IrcPerson bob = irc.connect("bob", CAPS);
        for (IrcPerson person : new IrcPerson[]{alice, alsoAlice, simple}) {
            person.says("OPER alice secret").told();
        }
        alice.says("MARKREAD #tea " + LATE);
        alsoAlice.says("MARKREAD #tea " + EARLY);

        assertThat(alice.told()).containsExactly(":irc.test MARKREAD #tea " + LATE);
        assertThat(alsoAlice.told()).hasSize(2).containsOnly(":irc.test MARKREAD #tea " + LATE);
        assertThat(simple.told()).isEmpty();
        assertThat(bob.asks("MARKREAD #tea")).containsExactly(":irc.test MARKREAD #tea *");
        alice.says("QUIT");
        IrcPerson again = irc.connect("alice4", CAPS);
        assertThat(again.asks("OPER alice secret", "MARKREAD #tea")).contains(":irc.test MARKREAD #tea " + LATE);
    }

    @ParameterizedTest
    @CsvSource({"MARKREAD,NEED_MORE_PARAMS", "MARKREAD #tea *,INVALID_PARAMS",
            "MARKREAD #tea msgid=1.tea,INVALID_PARAMS",
            "MARKREAD #tea timestamp=noon,INVALID_PARAMS", "MARKREAD #te\u0007a,INVALID_PARAMS",
            "MARKREAD a!b,INVALID_PARAMS"})
    void whatIsWrongFails(String line, String code) {
        assertThat(irc.connect("bob", CAPS).asks(line)).singleElement().asString()
                .startsWith(":irc.test FAIL MARKREAD " + code + " :");
    }
}
