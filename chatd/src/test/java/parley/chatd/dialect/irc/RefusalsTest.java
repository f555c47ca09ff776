package parley.chatd.dialect.irc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Refusals as numerics, and where those say too little, as FAIL (IRCv3 standard-replies). */
class RefusalsTest {

    private final Irc irc = new Irc(Irc.settings("", Irc.LIMITS, Irc.operator("ann")));
    private final IrcPerson alice = irc.connect("alice", "standard-replies");
    private final IrcPerson bob = irc.connect("bob");

    @Test
    void whatANumericSaysTooLittleOfIsAFailure() {
        IrcPerson carol = irc.connect("carol");
        carol.says("JOIN #tea");
        alice.says("JOIN #tea").told();
        bob.says("JOIN #tea").told();
        carol.says("MODE #tea +q *b*", "MODE #tea +q al*");
        assertThat(bob.asks("PRIVMSG #tea :hi")).singleElement().asString()
                .startsWith(":irc.test 404 bob #tea :you are muted in #tea");
        assertThat(alice.asks("PRIVMSG #tea :hi")).singleElement().asString()
                .startsWith(":irc.test FAIL PRIVMSG MUTED #tea :you are muted in #tea");
        assertThat(alice.asks("NICK ann")).singleElement().asString()
                .startsWith(":irc.test FAIL NICK NICKNAME_RESERVED ann :");
        assertThat(bob.asks("NICK ann")).singleElement().asString().startsWith(":irc.test 433 bob ann :");
        carol.says("MODE #tea +o alice");
        alice.told();
        assertThat(alice.asks("MODE #tea -b x")).singleElement().asString()
                .isEqualTo(
                        ":irc.test FAIL MODE NO_SUCH_RESTRICTION #tea :there is no such ban; ask for restrictions to "
                                + "see which there are");
        assertThat(carol.asks("MODE #tea -b x")).singleElement().asString().startsWith(":irc.test 400 carol MODE :");
    }

    @Test
    void whatANumericSaysWellStaysOne() {
        assertThat(alice.asks("NICK bob")).singleElement().asString().startsWith(":irc.test 433 alice bob :");
        assertThat(alice.asks("PRIVMSG #none :hi")).singleElement().asString()
                .startsWith(":irc.test 404 alice #none :");
    }

    @Test
    void aListThatIsFullIsNamed() {
        bob.says("JOIN #tea").told();
        for (int i = 0; i < Irc.LIMITS.restrictions(); i++) {
            bob.says("MODE #tea +b n" + i).told();
        }
        assertThat(bob.asks("MODE #tea +I x")).singleElement().asString().startsWith(":irc.test 478 bob #tea I :");
        assertThat(bob.asks("MODE #tea +b x")).singleElement().asString().startsWith(":irc.test 478 bob #tea b :");
    }

    /** Clients choose another nick by the numeric. */
    @Test
    void onTheWayInTheNumericFollows() {
        IrcPerson stranger = irc.open();
        stranger.says("CAP REQ standard-replies", "NICK ann", "USER a 0 * :Ann");
        stranger.told();
        assertThat(stranger.asks("CAP END")).satisfiesExactly(
                fail -> assertThat(fail).startsWith(":irc.test FAIL NICK NICKNAME_RESERVED ann :"),
                numeric -> assertThat(numeric).startsWith(":irc.test 433 * ann :"));
        assertThat(stranger.asks("NICK annie")).first().asString().contains(" 001 annie ");
    }
}
