package parley.chatd.dialect.irc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.protocol.Command;

/** Modern IRC, "User-Based Queries" and "Server Queries". */
class PeopleTest {

    private final Irc irc = new Irc(Irc.settings("Be kind.", Irc.LIMITS, Irc.operator("ann")));
    private final IrcPerson alice = irc.connect("alice");
    private final IrcPerson ann = irc.open();

    @BeforeEach
    void meet() {
        ann.says("PASS secret", "NICK ann", "USER a 0 * :Ann of Test", "JOIN #tea").told();
        alice.says("JOIN #tea").told();
        ann.told();
    }

    @Test
    void whoTellsOfARoom() {
        irc.json("bob").does(new Command.Join("#tea"));
        alice.says("AWAY :gone", "MODE alice +B");
        assertThat(alice.asks("WHO #tea")).containsExactly(
                ":irc.test 352 alice #tea ~u ann irc.test ann H*@ :0 Ann of Test",
                ":irc.test 352 alice #tea ~u alice irc.test alice GB :0 alice of Test",
                ":irc.test 352 alice #tea ~u bob irc.test bob H :0 bob", ":irc.test 315 alice #tea :End of WHO list");
    }

    @Test
    void whoFindsPeopleByPattern() {
        assertThat(alice.asks("WHO A*")).hasSize(3);
        assertThat(alice.asks("WHO an?")).hasSize(2).first().asString().contains(" 352 alice * ~u ann ");
        assertThat(alice.asks("WHO * o")).hasSize(2);
    }

    @Test
    void whoIsInvisibleIsSeenFromWithinTheirRooms() {
        IrcPerson carol = irc.connect("carol");
        IrcPerson dave = irc.connect("dave");
        dave.says("JOIN #tea");
        ann.says("MODE ann +i");

        assertThat(dave.asks("WHO a*")).hasSize(3).anyMatch(line -> line.contains(" ann H"));
        assertThat(carol.asks("WHO a*")).hasSize(2).noneMatch(line -> line.contains(" ann H"));
        assertThat(dave.asks("WHO #tea")).hasSize(4);
        assertThat(carol.asks("WHO #tea")).hasSize(3).noneMatch(line -> line.contains(" ann H"));
        assertThat(carol.asks("NAMES #tea")).first().isEqualTo(":irc.test 353 carol = #tea :alice dave");
        assertThat(carol.asks("JOIN #tea")).contains(":irc.test 353 carol = #tea :@ann alice dave carol");
        assertThat(carol.asks("WHO ann")).hasSize(2);
        assertThat(ann.asks("WHO a*")).hasSize(3);
    }

    @Test
    void lusersCountsPeopleAndRemembersTheMost() {
        irc.json("bob");
        IrcPerson carol = irc.connect("carol");
        carol.says("NICK caro", "QUIT");
        carol.disconnects("gone");
        alice.says("MODE alice +i");

        assertThat(alice.asks("LUSERS")).containsExactly(
                ":irc.test 251 alice :There are 2 users and 1 invisible on 1 servers",
                ":irc.test 252 alice 1 :operator(s) online", ":irc.test 253 alice 0 :unknown connection(s)",
                ":irc.test 254 alice 1 :channels formed", ":irc.test 255 alice :I have 3 clients and 0 servers",
                ":irc.test 265 alice 3 4 :Current local users 3, max 4",
                ":irc.test 266 alice 3 4 :Current global users 3, max 4");
    }

    @Test
    void whoxTellsWhatIsAsked() {
        assertThat(alice.asks("WHO ann %tcuhsnfdlaor,7")).first()
                .isEqualTo(":irc.test 354 alice 7 * ~u ann irc.test ann H* 0 0 ann n/a :Ann of Test");
        assertThat(alice.asks("WHO #tea %n")).startsWith(":irc.test 354 alice ann", ":irc.test 354 alice alice");
    }

    @Test
    void addressesAreForOperators() {
        assertThat(alice.asks("WHO ann %i")).first().isEqualTo(":irc.test 354 alice 255.255.255.255");
        assertThat(ann.asks("WHO alice %i")).first().isEqualTo(":irc.test 354 ann 127.0.0.1");
    }

    @Test
    void whoIsTellsWhatEverybodyMayKnow() {
        assertThat(alice.asks("WHOIS ann")).containsExactly(":irc.test 311 alice ann ~u ann * :Ann of Test",
                ":irc.test 319 alice ann @#tea", ":irc.test 312 alice ann irc.test Test",
                ":irc.test 313 alice ann :is an IRC operator", ":irc.test 330 alice ann ann :is logged in as",
                ":irc.test 317 alice ann 0 1769860800 :seconds idle, signon time",
                ":irc.test 318 alice ann :End of /WHOIS list");
        assertThat(ann.asks("WHOIS irc.test alice")).contains(
                ":irc.test 378 ann alice :is connecting from *@127.0.0.1");
        assertThat(alice.asks("WHOIS nobody")).containsExactly(
                ":irc.test 401 alice nobody :nobody here is called nobody",
                ":irc.test 318 alice nobody :End of /WHOIS list");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"ISON ALICE nobody ann|303 alice :alice ann",
            "USERHOST ann nobody alice|302 alice :ann*=+~u@ann alice=+~u@alice",
            "VERSION|351 alice chatd-test irc.test :",
            "TIME|391 alice irc.test :Sat Jan 31 2026 at 12:00:00 UTC",
            "INFO|371 alice :chatd-test, a server of Parley",
            "ADMIN|256 alice irc.test :Administrative info",
            "LUSERS|251 alice :There are 2 users and 0 invisible on 1 servers",
            "HELP|704 alice * :Commands of this server:",
            "MOTD other.test|402 alice other.test :No such server",
            "TIME *.Test|391 alice irc.test :Sat Jan 31 2026 at 12:00:00 UTC",
            "VERSION x|402 alice x :No such server", "TIME x|402 alice x :No such server",
            "INFO x|402 alice x :No such server", "ADMIN x|402 alice x :No such server",
            "WHOIS x ann|402 alice x :No such server", "WHOIS|431 alice :No nickname given",
            "WHOIS :|431 alice :No nickname given", "WHOWAS|431 alice :No nickname given",
            "CONNECT x|421 alice CONNECT :Unknown command",
            "HELP me|524 alice me :Help not found", "MODE alice|221 alice +",
            "MODE ann +i|502 alice :Cant change mode for other users",
            "MODE alice +x|501 alice :Unknown MODE flag",
            "WHOWAS x|406 alice x :There was no such nickname",
            "FOO bar|421 alice FOO :Unknown command", "USERHOST|461 alice USERHOST :Not enough parameters"})
    void everyQuestionHasItsAnswer(String question, String answer) {
        assertThat(alice.asks(question)).first().isEqualTo(":irc.test " + answer);
    }

    @Test
    void whoWasHereIsKnownForAWhile() {
        irc.connect("carol").says("NICK caro", "QUIT");
        irc.connect("carol").says("QUIT");
        assertThat(alice.asks("WHOWAS Carol")).containsExactly(
                ":irc.test 314 alice carol ~u carol * :carol of Test",
                ":irc.test 312 alice carol irc.test :Sat Jan 31 2026 at 12:00:00 UTC",
                ":irc.test 314 alice carol ~u carol * :carol of Test",
                ":irc.test 312 alice carol irc.test :Sat Jan 31 2026 at 12:00:00 UTC",
                ":irc.test 369 alice Carol :End of WHOWAS");
        assertThat(alice.asks("WHOWAS carol 1")).hasSize(3);
    }

    @Test
    void userModesAreTheirOwners() {
        assertThat(alice.asks("MODE alice +iw-w", "MODE alice -i+wo", "MODE alice"))
                .containsExactly(":alice!~u@alice MODE alice +i", ":alice!~u@alice MODE alice +w-i",
                        ":irc.test 221 alice +w");
        assertThat(ann.asks("MODE ann")).containsExactly(":irc.test 221 ann +o");
    }
}
