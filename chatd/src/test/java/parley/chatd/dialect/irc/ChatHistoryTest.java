package parley.chatd.dialect.irc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.protocol.irc.IrcLine;

/** IRCv3 draft/chathistory. */
class ChatHistoryTest {

    private final Irc irc = new Irc("");
    private final IrcPerson alice =
            irc.connect("alice", "draft/chathistory batch message-tags server-time echo-message");
    private final String[] ids = new String[9];

    @BeforeEach
    void speak() {
        alice.says("JOIN #tea");
        for (int i = 1; i <= 8; i++) {
            String line = alice.asks("PRIVMSG #tea :" + i).getFirst();
            ids[i] = IrcLine.read(line).orElseThrow().tags().get("msgid");
            irc.clock().advance(Duration.ofSeconds(1));
        }
    }

    /** A point: a message by its number, or with t before it, its time. */
    private String point(String text) {
        return switch (text.charAt(0)) {
            case 't' -> "timestamp=" + EventLines.time(at(text.substring(1)));
            case '*' -> "*";
            default -> "msgid=" + ids[Integer.parseInt(text)];
        };
    }

    private static Instant at(String second) {
        return Irc.NOW.plusMillis((long) (Double.parseDouble(second) * 1000) - 1000);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"LATEST * 3|678", "LATEST * 100|12345678", "LATEST 6 10|78", "LATEST 2 3|678",
            "LATEST t6.5 10|78", "LATEST 8 5|", "BEFORE 4 2|23", "BEFORE 4 9|123", "BEFORE 1 9|", "BEFORE t4 2|23",
            "BEFORE t3.5 2|23", "BEFORE t99 2|78", "AFTER 4 2|56", "AFTER 7 9|8", "AFTER t4 2|56", "AFTER t3.5 2|45",
            "AFTER t0 2|12", "AROUND 4 4|2345", "AROUND 1 4|1234", "AROUND 4 1|4", "AROUND t4 3|345",
            "BETWEEN 2 6 9|345",
            "BETWEEN 2 6 2|34", "BETWEEN 6 2 9|345", "BETWEEN 6 2 2|45", "BETWEEN t1.5 t4.5 9|234", "BETWEEN 3 4 9|",
            "BETWEEN 4 3 9|", "BETWEEN 2 t5 9|34",
            "BETWEEN t4.5 t1.5 2|34", "BETWEEN 3 3 9|", "LATEST 2 2|78", "AROUND t0 2|12", "AROUND t99 2|8"})
    void tellsTheMessagesAskedFor(String question, String expected) {
        String[] words = question.split(" ", -1);
        StringBuilder line = new StringBuilder("CHATHISTORY " + words[0] + " #tea");
        for (String point : List.of(words).subList(1, words.length - 1)) {
            line.append(' ').append(point(point));
        }
        List<String> told = alice.asks(line + " " + words[words.length - 1]);

        assertThat(told.getFirst()).matches(":irc\\.test BATCH \\+\\w+ chathistory #tea");
        assertThat(told.getLast()).matches(":irc\\.test BATCH -\\w+");
        List<String> texts = told.subList(1, told.size() - 1).stream()
                .map(it -> IrcLine.read(it).orElseThrow().params().getLast()).toList();
        assertThat(String.join("", texts)).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void messagesAreAsTheyWere() {
        assertThat(alice.asks("CHATHISTORY AFTER #tea " + point("7") + " 1").get(1)).matches(
                "@batch=\\w+;time=2026-01-31T12:00:07.123Z;msgid=" + ids[8] + " :alice!~u@alice PRIVMSG #tea 8");
    }

    @Test
    void aNoticeStaysOne() {
        alice.asks("NOTICE #tea :backup done");
        assertThat(alice.asks("CHATHISTORY LATEST #tea * 1").get(1)).endsWith(" NOTICE #tea :backup done");
    }

    @Test
    void targetsAreRoomsInWhichSomethingWasSaid() {
        alice.asks("JOIN #garden", "JOIN #den", "PRIVMSG #garden :hi");
        assertThat(alice.asks("CHATHISTORY TARGETS " + point("t0") + " " + point("t99") + " 10"))
                .hasSize(4).anyMatch(line -> line.endsWith(" CHATHISTORY TARGETS #tea 2026-01-31T12:00:07.123Z"))
                .anyMatch(line -> line.endsWith(" CHATHISTORY TARGETS #garden 2026-01-31T12:00:08.123Z"));
        assertThat(alice.asks("CHATHISTORY TARGETS " + point("t99") + " " + point("t8.5") + " 10")).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = {"CHATHISTORY LATEST|NEED_MORE_PARAMS LATEST", "CHATHISTORY FOO #tea * 5|INVALID_PARAMS FOO",
                    "CHATHISTORY LATEST #none * 5|INVALID_TARGET LATEST #none",
                    "CHATHISTORY LATEST bob * 5|INVALID_TARGET LATEST bob",
                    "CHATHISTORY LATEST #tea * many|INVALID_PARAMS LATEST many",
                    "CHATHISTORY BEFORE #tea msgid=x 5|INVALID_PARAMS BEFORE msgid=x",
                    "CHATHISTORY BEFORE #tea msgid=99999999999999999.tea 5|INVALID_PARAMS BEFORE #tea",
                    "CHATHISTORY BEFORE #tea timestamp=+999999999-01-01T00:00:00Z 5|INVALID_PARAMS BEFORE timestamp=+999999999-01-01T00:00:00Z",
                    "CHATHISTORY BEFORE #tea timestamp=noon 5|INVALID_PARAMS BEFORE timestamp=noon",
                    "CHATHISTORY BEFORE #tea noon 5|INVALID_MSGREFTYPE BEFORE noon"})
    void whatCannotBeToldFails(String question, String failure) {
        assertThat(alice.asks(question)).singleElement().asString()
                .startsWith(":irc.test FAIL CHATHISTORY " + failure + " :");
    }

    @Test
    void aLongHistoryIsLookedThroughForATime() {
        IntStream.range(0, 50).forEach(i -> alice.says("PRIVMSG #tea :later"));
        assertThat(alice.asks("CHATHISTORY BEFORE #tea " + point("t3") + " 2")).hasSize(4)
                .anyMatch(line -> line.endsWith(" 1")).anyMatch(line -> line.endsWith(" 2"));
    }
}
