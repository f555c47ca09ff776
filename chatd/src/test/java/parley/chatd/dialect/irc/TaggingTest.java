package parley.chatd.dialect.irc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.protocol.Command;

/** IRCv3 message-tags and typing: TAGMSG. */
class TaggingTest {

    private static final String TYPING = "@+typing=active TAGMSG ";

    private final Irc irc = new Irc("");
    private final IrcPerson alice = irc.connect("alice", "message-tags");
    private final IrcPerson bob = irc.connect("bob", "message-tags server-time");
    private final IrcPerson carol = irc.connect("carol");
    private final JsonPerson dave = irc.json("dave");

    @BeforeEach
    void meet() {
        alice.says("JOIN #tea");
        bob.says("JOIN #tea");
        carol.says("JOIN #tea");
        dave.does(new Command.Join("#tea"));
        forget();
    }

    private void forget() {
        alice.told();
        bob.told();
        carol.told();
        dave.told();
    }

    @Test
    void whoIsTypingIsToldToThoseWhoUnderstand() {
        assertThat(alice.asks("@+typing=active;x=y;+draft/react=a TAGMSG #tea")).isEmpty();

        assertThat(bob.told())
                .containsExactly("@time=2026-01-31T12:00:00.123Z;+typing=active :alice!~u@alice TAGMSG #tea");
        assertThat(carol.told()).isEmpty();
        assertThat(dave.told()).isEmpty();
    }

    @Test
    void onePersonCanBeToldAlone() {
        assertThat(bob.asks("@+typing=paused TAGMSG Alice,carol,dave,nobody"))
                .containsExactly(":irc.test 401 bob nobody :No such nick/channel");

        assertThat(alice.told()).containsExactly("@+typing=paused :bob!~u@bob TAGMSG alice");
        assertThat(carol.told()).isEmpty();
    }

    @Test
    void itIsEchoedWithItsLabel() {
        IrcPerson eve = irc.connect("eve", "message-tags echo-message labeled-response batch");
        eve.says("JOIN #tea");

        assertThat(eve.asks(TYPING + "#tea")).containsExactly("@+typing=active :eve!~u@eve TAGMSG #tea");
        assertThat(eve.asks("@label=7;+typing=done TAGMSG #tea"))
                .containsExactly("@label=7;+typing=done :eve!~u@eve TAGMSG #tea");
        assertThat(eve.asks("@label=8;+x=y TAGMSG #tea")).containsExactly("@label=8 :irc.test ACK");
    }

    @Test
    void itGoesWhereMessagesGo() {
        IrcPerson eve = irc.connect("eve", "message-tags");
        assertThat(eve.asks(TYPING + "#tea")).singleElement().asString().startsWith(":irc.test 404 eve #tea :");
        assertThat(bob.asks(TYPING + "@#tea")).isEmpty();
        assertThat(alice.told()).containsExactly("@+typing=active :bob!~u@bob TAGMSG @#tea");
        assertThat(alice.asks(TYPING + "+#tea")).isEmpty();
        assertThat(bob.told()).isEmpty();
        alice.asks("MODE #tea +m");
        assertThat(bob.asks(TYPING + "#tea")).singleElement().asString().startsWith(":irc.test 404 bob #tea :");
        assertThat(alice.told()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TAGMSG #tea", "@typing=active TAGMSG #tea", "@+draft/react=a TAGMSG #tea",
            "@+x=y TAGMSG nobody"})
    void ofOtherTagsNothingIsPassedOn(String line) {
        assertThat(alice.asks(line)).isEmpty();
        assertThat(bob.told()).isEmpty();
    }

    @Test
    void whoDidNotAskForTagsSendsNone() {
        assertThat(carol.asks(TYPING + "#tea")).isEmpty();
        assertThat(alice.told()).isEmpty();
    }
}
