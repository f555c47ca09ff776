package parley.chatd.dialect.irc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** IRCv3 labeled-response, batch and echo-message. */
class LabelTest {

    private final Irc irc = new Irc("");
    private final IrcPerson alice = irc.connect("alice", "labeled-response batch echo-message message-tags");
    private final IrcPerson bob = irc.connect("bob");

    @BeforeEach
    void meet() {
        bob.says("JOIN #tea");
        alice.says("JOIN #tea").told();
        bob.told();
    }

    @Test
    void oneLineHasTheLabel() {
        assertThat(alice.asks("@label=x PING me")).containsExactly("@label=x :irc.test PONG irc.test me");
        assertThat(alice.asks("@label=y FOO")).containsExactly("@label=y :irc.test 421 alice FOO :Unknown command");
        assertThat(alice.asks("@label=z NICK bob")).singleElement().asString().startsWith("@label=z :irc.test 433 ");
    }

    @Test
    void severalLinesAreABatch() {
        assertThat(alice.asks("@label=x WHO #tea")).containsExactly("@label=x :irc.test BATCH +1 labeled-response",
                "@batch=1 :irc.test 352 alice #tea ~u bob irc.test bob H@ :0 bob of Test",
                "@batch=1 :irc.test 352 alice #tea ~u alice irc.test alice H :0 alice of Test",
                "@batch=1 :irc.test 315 alice #tea :End of WHO list", ":irc.test BATCH -1");
        assertThat(alice.asks("@label=x JOIN #new")).hasSize(5).first().asString().startsWith("@label=x ");
    }

    @Test
    void nothingIsAcknowledged() {
        assertThat(alice.asks("@label=x PONG")).containsExactly("@label=x :irc.test ACK");
        assertThat(alice.asks("@label=x NOTICE nobody :hi")).containsExactly("@label=x :irc.test ACK");
    }

    @Test
    void anEchoIsTheAnswer() {
        assertThat(alice.asks("@label=x PRIVMSG #tea :hi")).singleElement().asString()
                .matches("@label=x;msgid=\\d+\\.tea :alice!~u@alice PRIVMSG #tea hi");
        assertThat(alice.asks("@label=y PRIVMSG bob :hi"))
                .containsExactly("@label=y :alice!~u@alice PRIVMSG bob hi");
        assertThat(bob.told()).containsExactly(":alice!~u@alice PRIVMSG #tea hi", ":alice!~u@alice PRIVMSG bob hi");
    }

    @Test
    void anEchoOfWhatIsForSomeIsTheAnswerAsWell() {
        assertThat(alice.asks("@label=x PRIVMSG @#tea :hi"))
                .containsExactly("@label=x :alice!~u@alice PRIVMSG @#tea hi");
        assertThat(bob.told()).containsExactly(":alice!~u@alice PRIVMSG @#tea hi");
    }

    @Test
    void severalEchoesAreOneAnswer() {
        bob.says("JOIN #den");
        alice.says("JOIN #den").told();
        assertThat(alice.asks("@label=x PRIVMSG @#tea,#den,bob,nobody :hi").stream()
                .map(line -> line.replaceAll("msgid=\\S+ ", "msgid=. ")))
                .containsExactly("@label=x :irc.test BATCH +1 labeled-response",
                        "@batch=1 :alice!~u@alice PRIVMSG bob hi",
                        "@batch=1 :irc.test 401 alice nobody :nobody here is called nobody",
                        "@batch=1 :alice!~u@alice PRIVMSG @#tea hi",
                        "@batch=1;msgid=. :alice!~u@alice PRIVMSG #den hi", ":irc.test BATCH -1");
        assertThat(alice.asks("PRIVMSG bob,#tea :hi")).noneMatch(line -> line.contains("batch"));
        assertThat(alice.asks("@label=y PING me")).containsExactly("@label=y :irc.test PONG irc.test me");
    }

    @Test
    void whatOneDoesOneselfIsTheAnswer() {
        assertThat(alice.asks("@label=x TOPIC #tea :new")).containsExactly("@label=x :alice!~u@alice TOPIC #tea new");
        assertThat(alice.asks("@label=x NICK ann")).containsExactly("@label=x :alice!~u@alice NICK ann");
        assertThat(alice.asks("@label=x PART #tea")).containsExactly("@label=x :ann!~u@ann PART #tea");
    }

    @Test
    void whoDidNotAskForLabelsGetsNone() {
        assertThat(bob.asks("@label=x PING me")).containsExactly(":irc.test PONG irc.test me");
    }

    @Test
    void whatCanBeNoLabelIsNone() {
        assertThat(alice.asks("@label=" + "x".repeat(65) + " PING a", "@label= PING b", "@label PING c"))
                .containsExactly(":irc.test PONG irc.test a", ":irc.test PONG irc.test b", ":irc.test PONG irc.test c");
        String longest = "x".repeat(64);
        assertThat(alice.asks("@label=" + longest + " PING d"))
                .containsExactly("@label=" + longest + " :irc.test PONG irc.test d");
    }

    @Test
    void tagsOfMessagesGoNoFurther() {
        assertThat(alice.asks("@+x=y PRIVMSG bob :hi")).hasSize(1);
        assertThat(bob.told()).containsExactly(":alice!~u@alice PRIVMSG bob hi");
    }
}
