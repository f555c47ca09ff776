package parley.chatd.dialect.irc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.protocol.Command;
import parley.protocol.Event.ToldRole;
import parley.protocol.Role;
import parley.protocol.irc.IrcLine;

/** Modern IRC, "Sending Messages"; and who is told of them in which lines. */
class MessagesTest {

    private final Irc irc = new Irc("");
    private final IrcPerson alice = irc.connect("alice");
    private final IrcPerson bob = irc.connect("bob");

    @BeforeEach
    void meet() {
        alice.says("JOIN #tea").told();
        bob.says("JOIN #tea").told();
        alice.told();
    }

    @Test
    void aMessageGoesToSeveralTargets() {
        assertThat(alice.asks("PRIVMSG #tea,bob,bob :hi all")).isEmpty();
        assertThat(bob.told()).containsExactly(":alice!~u@alice PRIVMSG #tea :hi all",
                ":alice!~u@alice PRIVMSG bob :hi all");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = {"PRIVMSG|411 alice", "PRIVMSG , :x|411 alice", "PRIVMSG bob|412 alice", "PRIVMSG bob :|412 alice",
                    "PRIVMSG nobody :hi|401 alice nobody", "PRIVMSG #none :hi|404 alice #none",
                    "PRIVMSG bob!x@y :hi|401 alice bob!x@y"})
    void whatReachesNobodyIsSaid(String line, String numeric) {
        assertThat(alice.asks(line)).singleElement().asString().startsWith(":irc.test " + numeric + " :");
    }

    @Test
    void aSignBeforeARoomIsForThoseWhoHaveIt() {
        IrcPerson carol = irc.connect("carol");
        carol.says("JOIN #tea").told();
        alice.says("MODE #tea +v bob").told();
        bob.told();
        carol.told();
        assertThat(bob.asks("PRIVMSG @#tea,+#tea,@+#tea :psst", "NOTICE @#tea :psst")).isEmpty();
        assertThat(alice.told()).containsExactly(":bob!~u@bob PRIVMSG @#tea psst", ":bob!~u@bob PRIVMSG +#tea psst",
                ":bob!~u@bob PRIVMSG +#tea psst", ":bob!~u@bob NOTICE @#tea psst");
        assertThat(carol.asks("PRIVMSG +#tea :psst")).isEmpty();
        assertThat(bob.told()).containsExactly(":carol!~u@carol PRIVMSG +#tea psst");
        assertThat(carol.asks("PRIVMSG @#none :psst")).singleElement().asString()
                .startsWith(":irc.test 404 carol #none :");
        assertThat(carol.asks("PRIVMSG @bob :psst")).singleElement().asString()
                .startsWith(":irc.test 401 carol @bob :");
        JsonPerson dan = irc.json("dan");
        dan.does(new Command.Join("#tea"));
        alice.says("MODE #tea +o dan").told();
        dan.told();
        bob.says("PRIVMSG @#tea :psst");
        assertThat(dan.told()).containsExactly(new ToldRole("#tea", Role.OPERATOR, "bob", "psst", Irc.NOW));
        dan.does(new Command.TellRole("#tea", Role.VOICE, "psst"));
        assertThat(bob.told()).endsWith(":dan!~u@dan PRIVMSG +#tea psst");
        assertThat(carol.told()).noneMatch(line -> line.contains("psst"));
    }

    @Test
    void fourTargetsAreEnough() {
        assertThat(
                alice.asks("PRIVMSG bob,#tea,x,y,z :hi").stream().map(line -> IrcLine.read(line).orElseThrow().verb()))
                .containsExactly("401", "401", "407");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOTICE", "NOTICE bob", "NOTICE nobody :hi", "NOTICE #none :hi"})
    void nothingIsAnsweredToANotice(String line) {
        assertThat(alice.asks(line)).isEmpty();
    }

    @Test
    void whoIsAwaySaysSo() {
        assertThat(bob.asks("AWAY :at tea")).containsExactly(":irc.test 306 bob :You have been marked as being away");
        assertThat(alice.asks("PRIVMSG bob :hi", "NOTICE bob :hi")).containsExactly(":irc.test 301 alice bob :at tea");
        assertThat(bob.asks("AWAY")).containsExactly(":irc.test 305 bob :You are no longer marked as being away");
        assertThat(alice.asks("PRIVMSG bob :hi")).isEmpty();
    }

    @Test
    void whoUnderstandsTagsIsToldWhenAndWhich() {
        IrcPerson carol = irc.connect("carol", "server-time message-tags echo-message");
        carol.asks("JOIN #tea");
        List<String> told = carol.asks("PRIVMSG #tea :hi");
        IrcLine echo = IrcLine.read(told.getFirst()).orElseThrow();
        assertThat(told).hasSize(1);
        assertThat(echo.tags()).containsEntry("time", "2026-01-31T12:00:00.123Z").containsKey("msgid");
        assertThat(echo.tags().get("msgid")).endsWith(".tea");
        assertThat(carol.asks("PRIVMSG bob :hi"))
                .containsExactly("@time=2026-01-31T12:00:00.123Z :carol!~u@carol PRIVMSG bob hi");
        assertThat(bob.told()).endsWith(":carol!~u@carol PRIVMSG #tea hi", ":carol!~u@carol PRIVMSG bob hi");
    }

    @Test
    void whoHasAnAccountIsToldOfWithIt() {
        Irc known = new Irc(Irc.settings("", Irc.LIMITS, Irc.operator("ann")));
        IrcPerson carol = known.connect("carol", "account-tag extended-join");
        carol.asks("JOIN #tea");
        IrcPerson ann = known.open();
        ann.says("PASS secret", "NICK ann", "USER a 0 * :Ann of Test", "JOIN #tea", "PRIVMSG #tea :hi");
        assertThat(carol.told()).containsExactly("@account=ann :ann!~u@ann JOIN #tea ann :Ann of Test",
                "@account=ann :ann!~u@ann PRIVMSG #tea hi");
        known.connect("dan").says("JOIN #tea");
        assertThat(carol.told()).containsExactly(":dan!~u@dan JOIN #tea * :dan of Test");
    }

    @Test
    void allWithTheSameCapabilitiesShareTheBytes() {
        IrcPerson[] plain = {irc.connect("p1"), irc.connect("p2", "echo-message multi-prefix")};
        IrcPerson[] tagged = {irc.connect("t1", "server-time"), irc.connect("t2", "server-time userhost-in-names")};
        for (IrcPerson person : List.of(plain[0], plain[1], tagged[0], tagged[1])) {
            person.says("JOIN #tea");
        }
        for (IrcPerson person : List.of(plain[0], plain[1], tagged[0], tagged[1])) {
            person.told();
        }
        alice.says("PRIVMSG #tea :hi");
        byte[] first = plain[0].bytes().getFirst();
        byte[] timed = tagged[0].bytes().getFirst();
        assertThat(plain[1].bytes().getFirst()).isSameAs(first);
        assertThat(tagged[1].bytes().getFirst()).isSameAs(timed).isNotSameAs(first);
    }
}
