package parley.chatd.dialect.irc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.protocol.Command;
import parley.protocol.Event.Said;

/** IRCv3 draft/multiline: what has several lines, or is longer than one, is one message all the same. */
class MultilineTest {

    private final Irc irc = new Irc("");
    private final IrcPerson alice =
            irc.connect("alice", "draft/multiline batch message-tags echo-message labeled-response");
    private final IrcPerson carol = irc.connect("carol");
    private final JsonPerson bob = irc.json("bob");

    @BeforeEach
    void meet() {
        bob.does(new Command.Join("#tea"));
        alice.says("JOIN #tea").told();
        carol.says("JOIN #tea").told();
        alice.told();
        bob.told();
    }

    private List<String> heard() {
        return bob.told().stream().map(it -> ((Said) it).text()).toList();
    }

    @Test
    void linesAreOneMessage() {
        assertThat(alice.asks("BATCH +1 draft/multiline #tea", "@batch=1 PRIVMSG #tea :one", "@batch=1 PRIVMSG #tea :",
                "@batch=1 PRIVMSG #tea :two ", "@batch=1;draft/multiline-concat PRIVMSG #tea :and more", "BATCH -1"))
                .hasSize(5);
        assertThat(heard()).containsExactly("one\n\ntwo and more");
        assertThat(carol.told()).containsExactly(":alice!~u@alice PRIVMSG #tea one",
                ":alice!~u@alice PRIVMSG #tea :two and more");
    }

    @Test
    void aMessageOfSeveralLinesIsABatch() {
        bob.does(new Command.Say("#tea", "one\n\n" + "x".repeat(600)));
        List<String> told = alice.told();
        assertThat(told).hasSize(6);
        assertThat(told.getFirst()).matches("@msgid=\\S+ :bob!~u@bob BATCH \\+m1 draft/multiline #tea");
        assertThat(told.subList(1, 3)).containsExactly("@batch=m1 :bob!~u@bob PRIVMSG #tea one",
                "@batch=m1 :bob!~u@bob PRIVMSG #tea :");
        assertThat(told.get(4)).startsWith("@batch=m1;draft/multiline-concat :bob!~u@bob PRIVMSG #tea xxx");
        assertThat(told.get(5)).isEqualTo(":bob!~u@bob BATCH -m1");
        assertThat(carol.told()).hasSize(3);
    }

    @Test
    void theLabelOfItsBeginningIsThatOfItsAnswer() {
        List<String> told = alice.asks("@label=x BATCH +1 draft/multiline #tea", "@batch=1 PRIVMSG #tea :one",
                "@batch=1 PRIVMSG #tea :two", "BATCH -1");
        assertThat(told).hasSize(6);
        assertThat(told.getFirst()).startsWith("@label=x :irc.test BATCH +");
        assertThat(told.get(1)).matches("@batch=1;msgid=\\S+ :alice!~u@alice BATCH \\+m\\w+ draft/multiline #tea");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = {"BATCH +2 draft/multiline #tea|MULTILINE_INVALID *", "BATCH -2|MULTILINE_INVALID *",
                    "BATCH +x other #tea|MULTILINE_INVALID *", "@batch=2 PRIVMSG #tea :x|MULTILINE_INVALID *"})
    void whatDoesNotFitTogetherFails(String line, String failure) {
        assertThat(alice.asks("BATCH +1 draft/multiline #tea", line)).singleElement().asString()
                .startsWith(":irc.test FAIL BATCH " + failure + " :");
        assertThat(heard()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"@batch=1 PRIVMSG #den :x|MULTILINE_INVALID_TARGET #tea",
            "@batch=1 NOTICE #tea :x|MULTILINE_INVALID *", "@batch=1 PRIVMSG #tea :|"})
    void whatIsWrongWithinIsSaidAtItsEnd(String line, String failure) {
        List<String> told = alice.asks("BATCH +1 draft/multiline #tea", "@batch=1 PRIVMSG #tea :a", line, "BATCH -1");
        if (failure == null) {
            assertThat(heard()).containsExactly("a\n");
        } else {
            assertThat(told).singleElement().asString().startsWith(":irc.test FAIL BATCH " + failure + " :");
            assertThat(heard()).isEmpty();
        }
    }

    @Test
    void itIsNoLongerThanAMessageMayBe() {
        String[] lines = new String[12];
        lines[0] = "BATCH +1 draft/multiline #tea";
        for (int i = 1; i < lines.length - 1; i++) {
            lines[i] = "@batch=1 PRIVMSG #tea :" + "x".repeat(450);
        }
        lines[lines.length - 1] = "BATCH -1";
        assertThat(alice.asks(lines)).singleElement().asString()
                .startsWith(":irc.test FAIL BATCH MULTILINE_MAX_BYTES 4000 :");
        assertThat(alice.asks("BATCH +2 draft/multiline #tea", "@batch=2 PRIVMSG #tea :", "BATCH -2")).singleElement()
                .asString().startsWith(":irc.test FAIL BATCH MULTILINE_INVALID * :");
    }
}
