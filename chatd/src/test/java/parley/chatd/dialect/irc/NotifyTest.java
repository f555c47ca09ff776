package parley.chatd.dialect.irc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parley.protocol.Command;

/**
 * What clients ask to be told of unasked: away-notify, setname, chghost, account-notify, bot mode, MONITOR; and
 * operators.
 */
class NotifyTest {

    private final Irc irc = new Irc(Irc.settings("", Irc.LIMITS, Irc.operator("ann")));
    private final IrcPerson alice =
            irc.connect("alice", "away-notify setname chghost account-notify message-tags");
    private final IrcPerson bob = irc.connect("bob");

    private void meet() {
        alice.says("JOIN #tea");
        bob.says("JOIN #tea,#garden");
        alice.told();
        bob.told();
    }

    @Test
    void whoIsAwayIsToldOfOnceToThoseWhoWantToKnow() {
        meet();
        alice.asks("JOIN #garden");
        bob.says("AWAY :at tea", "AWAY");
        assertThat(alice.told()).containsExactly(":bob!~u@bob AWAY :at tea", ":bob!~u@bob AWAY");
        bob.told();
        alice.says("AWAY :too");
        assertThat(bob.told()).isEmpty();
    }

    @Test
    void whoIsStillAwayIsToldOfNoMore() {
        meet();
        bob.says("AWAY :at tea", "AWAY :at tea", "AWAY :" + "x".repeat(201), "AWAY", "AWAY :");
        assertThat(alice.told()).containsExactly(":bob!~u@bob AWAY :at tea", ":bob!~u@bob AWAY " + "x".repeat(200),
                ":bob!~u@bob AWAY");
    }

    @Test
    void whoComesAwayIsSaidToBe() {
        alice.asks("JOIN #tea");
        bob.says("AWAY :at tea", "JOIN #tea");
        assertThat(alice.told()).containsExactly(":bob!~u@bob JOIN #tea", ":bob!~u@bob AWAY :at tea");
    }

    @Test
    void whoHasASeatFromTheStartIsToldOfWithTheirName() {
        Irc lobby = new Irc("", "#lobby");
        IrcPerson dan = lobby.connect("dan", "extended-join");
        lobby.connect("eve");
        assertThat(dan.told()).containsExactly(":eve!~u@eve JOIN #lobby * :eve of Test");
    }

    @Test
    void aRealNameCanChange() {
        meet();
        bob.says("SETNAME :Robert of Test");
        assertThat(alice.told()).containsExactly(":bob!~u@bob SETNAME :Robert of Test");
        assertThat(alice.asks("SETNAME :Alice B.", "WHOIS alice")).contains(":alice!~u@alice SETNAME :Alice B.",
                ":irc.test 311 alice alice ~u alice * :Alice B.");
        assertThat(bob.told()).isEmpty();
        assertThat(alice.asks("SETNAME :")).singleElement().asString()
                .startsWith(":irc.test FAIL SETNAME INVALID_REALNAME :");
    }

    @Test
    void whoIsCalledOtherwiseHasAnotherHost() {
        meet();
        bob.says("NICK rob");
        assertThat(alice.told()).containsExactly(":bob!~u@bob NICK rob", ":rob!~u@bob CHGHOST ~u rob");
        assertThat(alice.asks("NICK ann2")).containsExactly(":alice!~u@alice NICK ann2",
                ":ann2!~u@alice CHGHOST ~u ann2");
    }

    @Test
    void whoMayInviteLearnsWhoElseDoes() {
        IrcPerson carol = irc.connect("carol", "invite-notify");
        IrcPerson dan = irc.connect("dan", "invite-notify");
        meet();
        carol.says("JOIN #tea").told();
        irc.connect("eve");
        dan.says("JOIN #tea").told();
        alice.told();
        bob.told();
        carol.told();
        assertThat(carol.asks("INVITE eve #tea")).containsExactly(":irc.test 341 carol eve #tea");
        assertThat(dan.told()).containsExactly(":carol!~u@carol INVITE eve #tea");
        assertThat(bob.told()).as("who does not want to know").isEmpty();
        alice.says("MODE #tea +io carol");
        dan.told();
        alice.says("INVITE eve #tea");
        assertThat(carol.told()).endsWith(":alice!~u@alice INVITE eve #tea");
        assertThat(dan.told()).as("who may not invite").isEmpty();
    }

    @Test
    void aBotIsMarked() {
        meet();
        bob.says("MODE bob +B", "PRIVMSG #tea :beep");
        assertThat(alice.told()).singleElement().asString().matches("@bot;msgid=\\S+ :bob!~u@bob PRIVMSG #tea beep");
        assertThat(alice.asks("WHOIS bob")).contains(":irc.test 335 alice bob :is a bot");
    }

    @Test
    void ofWhomeverOneMonitorsOneCanLearnMore() {
        IrcPerson carol = irc.connect("carol", "extended-monitor away-notify setname account-notify");
        IrcPerson dan = irc.connect("dan", "away-notify setname account-notify");
        meet();
        carol.says("MONITOR + Bob", "JOIN #tea");
        dan.says("MONITOR + bob");
        carol.told();
        dan.told();
        bob.says("AWAY :at tea");
        assertThat(carol.told()).as("once, although they share a room").containsExactly(":bob!~u@bob AWAY :at tea");
        carol.asks("PART #tea");
        bob.says("AWAY", "SETNAME :Rob", "OPER ann secret");
        assertThat(carol.told()).containsExactly(":bob!~u@bob AWAY", ":bob!~u@bob SETNAME Rob",
                ":bob!~u@bob ACCOUNT ann");
        carol.asks("MONITOR - bob");
        bob.says("AWAY :again");
        assertThat(carol.told()).isEmpty();
        assertThat(dan.told()).isEmpty();
    }

    @Test
    void whoIsMonitoredIsToldOfAsTheyComeAndGo() {
        assertThat(alice.asks("MONITOR + bob,carol")).containsExactly(":irc.test 730 alice bob!~u@bob",
                ":irc.test 731 alice carol");
        JsonPerson carol = irc.json("Carol");
        assertThat(alice.told()).containsExactly(":irc.test 730 alice Carol!~u@Carol");
        carol.does(new Command.Rename("caro"));
        carol.disconnects("gone");
        assertThat(alice.told()).containsExactly(":irc.test 731 alice Carol");
        assertThat(alice.asks("MONITOR L")).containsExactly(":irc.test 732 alice bob,carol",
                ":irc.test 733 alice :End of MONITOR list");
        assertThat(alice.asks("MONITOR - bob", "MONITOR S")).containsExactly(":irc.test 731 alice carol");
        assertThat(alice.asks("MONITOR C", "MONITOR L")).hasSize(1);
        bob.says("QUIT");
        assertThat(alice.told()).isEmpty();
    }

    @Test
    void aListOfTheMonitoredHasAnEnd() {
        String many = String.join(",", IntStream.rangeClosed(1, 102).mapToObj(i -> "n" + i).toList());
        assertThat(alice.asks("MONITOR + " + many)).first().isEqualTo(
                ":irc.test 734 alice 100 n101,n102 :Monitor list is full.");
        alice.disconnects("gone");
        assertThat(irc.network().monitors().isEmpty()).isTrue();
    }

    @Test
    void whoLogsInLaterIsToldOfAndAllThatShowsAnAccountShowsIt() {
        IrcPerson dan = irc.connect("dan", "account-tag extended-join message-tags echo-message");
        meet();
        dan.asks("JOIN #tea");
        alice.told();
        assertThat(bob.asks("AUTHENTICATE PLAIN", "AUTHENTICATE AGFubgBzZWNyZXQ=")).containsExactly("AUTHENTICATE +",
                ":irc.test 900 bob bob!~u@bob ann :You are now logged in as ann",
                ":irc.test 903 bob :SASL authentication successful");
        assertThat(alice.told()).containsExactly(":bob!~u@bob ACCOUNT ann");
        assertThat(dan.told()).isEmpty();
        assertThat(dan.asks("WHOIS bob")).contains(":irc.test 330 dan bob ann :is logged in as");
        assertThat(dan.asks("WHO bob %na")).contains(":irc.test 354 dan bob ann");
        bob.says("PRIVMSG #tea :hi", "PART #tea", "JOIN #tea");
        assertThat(dan.told()).satisfiesExactly(
                said -> assertThat(said).matches("@account=ann;msgid=\\S+ :bob!~u@bob PRIVMSG #tea hi"),
                left -> assertThat(left).startsWith("@account=ann :bob!~u@bob PART #tea"),
                joined -> assertThat(joined).isEqualTo("@account=ann :bob!~u@bob JOIN #tea ann :bob of Test"));
        assertThat(bob.asks("AUTHENTICATE PLAIN")).singleElement().asString().startsWith(":irc.test 907 bob :");
        assertThat(bob.asks("NICK ann")).containsExactly(":bob!~u@bob NICK ann");
    }

    @Test
    void whoseAccountIsGoneFromTheConfigurationIsLoggedOutAndInAgainWhenItIsBack() {
        meet();
        IrcPerson eve = irc.connect("eve", "account-notify");
        JsonPerson carol = irc.json("carol");
        carol.does(new Command.Join("#tea"));
        bob.asks("OPER ann secret");
        alice.told();
        irc.chat().reconfigure(Irc.settings("", Irc.LIMITS, Map.of()));
        assertThat(bob.told()).containsExactly(":irc.test 901 bob bob!~u@bob :You are now logged out");
        assertThat(alice.told()).containsExactly(":bob!~u@bob ACCOUNT *");
        irc.chat().reconfigure(Irc.settings("", Irc.LIMITS, Irc.operator("ann")));
        assertThat(alice.told()).containsExactly(":bob!~u@bob ACCOUNT ann");
        assertThat(bob.told()).containsExactly(":irc.test 900 bob bob!~u@bob ann :You are now logged in as ann");
        irc.chat().reconfigure(Irc.settings("other", Irc.LIMITS, Irc.operator("ann")));
        assertThat(alice.told()).isEmpty();
        assertThat(eve.told()).isEmpty();
    }

    @Test
    void anOperatorIsOneByTheirAccount() {
        meet();
        assertThat(bob.asks("OPER ann wrong")).singleElement().asString().startsWith(":irc.test 464 bob :");
        assertThat(bob.asks("OPER carol secret")).singleElement().asString().startsWith(":irc.test 491 bob :");
        assertThat(bob.asks("KILL alice :x", "WALLOPS :x")).allMatch(line -> line.startsWith(":irc.test 481 bob :"));
        assertThat(bob.asks("OPER ann secret")).containsExactly(
                ":irc.test 900 bob bob!~u@bob ann :You are now logged in as ann",
                ":irc.test 381 bob :You are now an IRC operator",
                ":bob!~u@bob MODE bob +o");
        assertThat(alice.told()).containsExactly(":bob!~u@bob ACCOUNT ann");
        assertThat(alice.asks("REHASH")).singleElement().asString().startsWith(":irc.test 481 ");
        assertThat(bob.asks("REHASH")).singleElement().asString().startsWith(":irc.test 400 bob REHASH :");
        AtomicInteger rehashes = new AtomicInteger();
        irc.network().onRehash(rehashes::incrementAndGet);
        assertThat(bob.asks("REHASH")).singleElement().asString().startsWith(":irc.test 382 bob configuration :");
        assertThat(rehashes).hasValue(1);
        alice.asks("MODE alice +w");
        bob.says("WALLOPS :hear ye");
        assertThat(alice.told()).containsExactly(":bob!~u@bob WALLOPS :hear ye");
        bob.says("KILL alice :enough");
        assertThat(alice.told()).last().isEqualTo("ERROR :Closing link: kicked by bob: enough");
        assertThat(List.of(alice.isClosed(), bob.isClosed())).containsExactly(true, false);
    }
}
