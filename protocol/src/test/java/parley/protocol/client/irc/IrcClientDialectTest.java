package parley.protocol.client.irc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import parley.protocol.Access;
import parley.protocol.Command;
import parley.protocol.Cursor;
import parley.protocol.Delivery;
import parley.protocol.Event;
import parley.protocol.NotOfThisDialect;
import parley.protocol.Password;
import parley.protocol.Refusal;
import parley.protocol.Request;
import parley.protocol.Restriction;
import parley.protocol.Role;
import parley.protocol.RoomChange;
import parley.protocol.Target;
import parley.protocol.client.ClientDialect.Heard;

/** A server of few words, spoken to. */
final class IrcClientDialectTest {

    private static final Instant SET = Instant.ofEpochSecond(1_700_000_000);
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    private final IrcClientDialect dialect = new IrcClientDialect(InstantSource.fixed(NOON));

    @Test
    void aHelloIsARegistration() throws IOException {
        assertThat(say("1", new Command.Hello("alice"))).containsExactly("CAP LS 302", "NICK alice",
                "USER alice 0 * alice");
        assertThat(hear(":irc CAP * LS * :multi-prefix server-time=x").replies()).isEmpty();
        assertThat(hear(":irc CAP * LS :sasl=PLAIN echo-message").replies())
                .containsExactly("CAP REQ :multi-prefix server-time");
        assertThat(hear(":irc CAP alice ACK :multi-prefix server-time ").replies()).containsExactly("CAP END");
        hear(":irc 001 alice :Welcome to the network");
        hear(":irc 004 alice irc.test ngircd-26 abc xyz");
        hear(":irc 375 alice :- irc.test message of the day");
        hear(":irc 372 alice :- Be kind.");
        hear(":irc 372 alice :- Always.");
        assertThat(hear(":irc 376 alice :End").replies()).containsExactly("PING parley-1");
        assertThat(hear(":irc PONG irc parley-1").deliveries()).containsExactly(new Delivery("1",
                new Event.Welcomed("alice", "irc.test ngircd-26", List.of(), "Be kind.\nAlways.")));
    }

    @Test
    void whereTheServerSeatsEveryoneTheWelcomeSaysSo() throws IOException {
        say("1", new Command.Hello("alice"));
        hear(":irc CAP * LS :");
        hear(":irc 001 alice :Welcome");
        hear(":irc 422 alice :no motd");
        assertThat(hear(":alice!a@h JOIN #lobby").deliveries()).isEmpty();
        hear(":irc 332 alice #lobby :Roses");
        hear(":irc 333 alice #lobby bob!b@h 1700000000");
        hear(":irc 353 alice = #lobby :@bob alice");
        hear(":irc 366 alice #lobby :End");
        assertThat(hear(":irc PONG irc parley-1").deliveries()).containsExactly(
                new Delivery("1", new Event.Welcomed("alice", "", List.of("#lobby"), "")),
                Delivery.of(new Event.TopicSet("#lobby", "bob", "Roses", Instant.ofEpochSecond(1_700_000_000))));
        assertThat(events(":bob!b@h QUIT :Quit: tea")).containsExactly(new Event.Left("#lobby", "bob", "tea"));
    }

    @Test
    void anotherNickMayDo() throws IOException {
        say("1", new Command.Hello("alice"));
        assertThat(hear(":irc 433 * alice :Nickname is already in use").deliveries()).containsExactly(new Delivery("1",
                new Event.Refused(Refusal.NICK_TAKEN, "alice", "Nickname is already in use")));
        assertThat(say("2", new Command.Hello("alice2"))).containsExactly("NICK alice2");
        hear(":irc CAP * LS :");
        hear(":irc 001 alice2 :Welcome");
        hear(":irc 422 alice2 :no motd");
        assertThat(hear(":irc PONG irc :parley-2").deliveries().getFirst().re()).isEqualTo("2");
    }

    @Test
    void aPasswordGoesBySaslWhereItCan() throws IOException {
        say("1", new Command.Hello("alice", new Password("sesame"), false, Map.of()));
        assertThat(hear(":irc CAP * LS :sasl=PLAIN").replies()).containsExactly("CAP REQ sasl");
        assertThat(hear(":irc CAP * ACK :sasl").replies()).containsExactly("AUTHENTICATE PLAIN");
        assertThat(hear("AUTHENTICATE +").replies()).containsExactly("AUTHENTICATE AGFsaWNlAHNlc2FtZQ==");
        hear(":irc 900 alice alice!a@h alice :You are now logged in");
        assertThat(hear(":irc 903 alice :done").replies()).containsExactly("CAP END");
        hear(":irc 001 alice :Welcome");
        hear(":irc 422 alice :no motd");
        assertThat(hear(":irc PONG irc parley-1").deliveries().getFirst().event())
                .isEqualTo(new Event.Welcomed("alice", "", List.of(), "", "alice"));
    }

    @Test
    void aPasswordGoesByPassOtherwise() throws IOException {
        say("1", new Command.Hello("alice", new Password("sesame"), false, Map.of()));
        assertThat(hear(":irc CAP * LS :").replies()).containsExactly("PASS sesame", "CAP END");
        assertThat(hear(":irc 464 * :Password incorrect").deliveries()).containsExactly(new Delivery("1",
                new Event.Refused(Refusal.PASSWORD_WRONG, "", "Password incorrect")));
    }

    @Test
    void aPasswordThatIrcCannotSayIsRefusedAndNotTold() throws IOException {
        assertThat(say("1", new Command.Hello("alice", new Password("ses\rame"), false, Map.of())))
                .containsExactly("PING parley-1");
        assertThat(hear(":irc PONG irc parley-1").deliveries()).containsExactly(new Delivery("1",
                new Event.Refused(Refusal.PASSWORD_WRONG, "", "IRC cannot say this password")));
    }

    @Test
    void aPasswordThatIsWrongIsRefused() throws IOException {
        say("1", new Command.Hello("alice", new Password("sesame"), false, Map.of()));
        hear(":irc CAP * LS :sasl");
        hear(":irc CAP * ACK :sasl");
        hear("AUTHENTICATE +");
        Heard heard = hear(":irc 904 alice :SASL authentication failed");
        assertThat(heard.deliveries().getFirst().event()).isInstanceOfSatisfying(Event.Refused.class,
                refused -> assertThat(refused.why()).isEqualTo(Refusal.PASSWORD_WRONG));
    }

    @Test
    void aCommandIsDoneWhenItsMarkComesBack() throws IOException {
        welcome("#tea");
        assertThat(say("7", new Command.Say("#tea", "hello"))).containsExactly("PRIVMSG #tea hello", "PING parley-2");
        assertThat(say("8", new Command.Rename("alicia"))).containsExactly("NICK alicia", "PING parley-3");
        assertThat(hear(":irc PONG irc parley-2").deliveries())
                .containsExactly(new Delivery("7", Event.Done.in("#tea")));
        assertThat(hear(":alice!a@h NICK alicia").deliveries()).isEmpty();
        assertThat(hear(":irc PONG irc parley-3").deliveries()).containsExactly(new Delivery("8", Event.Done.PLAIN));
        assertThat(hear(":alicia!a@h PART #tea").deliveries()).as("she is still herself").isEmpty();
    }

    @Test
    void theFirstErrorIsTheRefusal() throws IOException {
        welcome();
        say("2", new Command.Join("#tea"));
        assertThat(hear(":irc 473 alice #tea :Cannot join channel (+i)").deliveries()).isEmpty();
        hear(":irc 403 alice #tea :and more");
        assertThat(hear(":irc PONG irc parley-2").deliveries()).containsExactly(new Delivery("2",
                new Event.Refused(Refusal.INVITE_ONLY, "#tea", "Cannot join channel (+i)")));
    }

    @Test
    void whoIsNotInARoomCannotSpeakThere() throws IOException {
        welcome();
        say("2", new Command.Say("#tea", "hello"));
        hear(":irc 404 alice #tea :Cannot send to channel");
        assertThat(hear(":irc PONG irc parley-2").deliveries().getFirst().event())
                .isInstanceOfSatisfying(Event.Refused.class,
                        refused -> assertThat(refused.why()).isEqualTo(Refusal.NOT_A_MEMBER));
    }

    @Test
    void longAndManyLinedTextsAreSeveralMessages() throws IOException {
        welcome("#tea");
        List<String> lines = say("2", new Command.Say("#tea", "one\n\ntwo " + "é".repeat(400)));
        assertThat(lines).hasSize(5).startsWith("PRIVMSG #tea one").endsWith("PING parley-2");
        assertThat(lines).allSatisfy(line -> assertThat(line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
                .isLessThan(512 - 100));
        assertThat(say("3", new Command.Say("#tea", ""))).startsWith("PRIVMSG #tea :");
    }

    @Test
    void whatCannotBeSaidInIrcIsRefusedInItsTurn() throws IOException {
        welcome();
        assertThat(say("2", new Command.Search("#tea", "x", 1))).containsExactly("PING parley-2");
        assertThat(say("3", new Command.Join("#tea party"))).containsExactly("JOIN :#tea party", "PING parley-3");
        assertThat(say("4", new Command.Kick("#tea party", "bob", "x"))).containsExactly("PING parley-4");
        assertThat(hear(":irc PONG irc parley-2").deliveries().getFirst().event())
                .isInstanceOfSatisfying(Event.Refused.class,
                        refused -> assertThat(refused.why()).isEqualTo(Refusal.UNKNOWN_COMMAND));
        hear(":irc PONG irc parley-3");
        assertThat(hear(":irc PONG irc parley-4").deliveries().getFirst().event())
                .isInstanceOfSatisfying(Event.Refused.class,
                        refused -> assertThat(refused.why()).isEqualTo(Refusal.FIELD_INVALID));
    }

    @Test
    void nobodyCanSayTwoLinesInOne() {
        say("1", new Command.Hello("alice\r\nQUIT"));
        assertThat(say("2", new Command.Join("#tea\r\nQUIT"))).containsExactly("PING parley-2");
        assertThat(say("3", new Command.SetTopic("#tea", "a\rb"))).containsExactly("PING parley-3");
    }

    @Test
    void whatOthersDoIsTold() throws IOException {
        welcome("#tea");
        assertThat(events(":bob!b@h JOIN #tea")).containsExactly(new Event.Joined("#tea", "bob"));
        assertThat(events("@time=2026-01-01T00:00:00.000Z;msgid=42 :bob!b@h PRIVMSG #tea :hi there"))
                .containsExactly(new Event.Said("#tea", new Cursor("42"), "bob", "hi there",
                        Instant.parse("2026-01-01T00:00:00Z"), false));
        assertThat(events(":bob!b@h PRIVMSG alice hi")).containsExactly(new Event.Told("bob", "hi", NOON));
        assertThat(events(":bob!b@h NOTICE alice hi")).containsExactly(new Event.Told("bob", "hi", NOON, true));
        assertThat(events(":bob!b@h PRIVMSG @#tea hi")).containsExactly(
                new Event.ToldRole("#tea", Role.OPERATOR, "bob", "hi", NOON));
        assertThat(events(":bob!b@h PRIVMSG #tea :\u0001ACTION waves\u0001")).containsExactly(
                new Event.Said("#tea", Cursor.NONE, "bob", "/me waves", NOON, false));
        assertThat(events(":bob!b@h PRIVMSG alice \u0001VERSION\u0001")).isEmpty();
        assertThat(events(":irc.test NOTICE alice :*** Looking up your host")).isEmpty();
        assertThat(events(":bob!b@h NICK bert")).containsExactly(new Event.Renamed("bob", "bert"));
        assertThat(events(":bert!b@h TOPIC #tea :Roses")).containsExactly(
                new Event.TopicSet("#tea", "bert", "Roses", NOON));
        assertThat(events(":bert!b@h KICK #tea alice :no")).containsExactly(
                new Event.Kicked("#tea", "alice", "bert", "no"));
        assertThat(events(":bert!b@h KICK #tea carol bert")).containsExactly(
                new Event.Kicked("#tea", "carol", "bert", ""));
        assertThat(events(":bert!b@h INVITE alice #tea")).containsExactly(new Event.Invited("#tea", "alice", "bert"));
        assertThat(events(":bert!b@h QUIT :bye")).as("alice shares no room with bert any more").isEmpty();
    }

    @Test
    void aReasonIsToldAsItWasGiven() throws IOException {
        welcome("#tea");
        hear(":bob!b@h JOIN #tea");
        assertThat(events(":bob!b@h PART #tea :\"tea\"")).containsExactly(new Event.Left("#tea", "bob", "tea"));
        for (String text : List.of("tea", "Quit: tea", "\"tea\"", "Closing link: tea", "Closing Link: h (Quit: tea)",
                "Closing link: (alice@h) [Quit: tea]")) {
            assertThat(events("ERROR :" + text)).containsExactly(new Event.Bye("tea"));
        }
        assertThat(events("ERROR :Closing link: too many (3) of them"))
                .containsExactly(new Event.Bye("too many (3) of them"));
    }

    @Test
    void modesAreRolesRestrictionsAndWhatARoomIsLike() throws IOException {
        welcome("#tea");
        hear(":irc 005 alice PREFIX=(qov)~@+ CHANMODES=beI,k,l,imst :are supported");
        assertThat(events(":bob!b@h MODE #tea +ov-b+l carol dave eve!*@* 7")).containsExactly(
                new Event.RoleSet("#tea", "bob", "carol", null, Role.OPERATOR),
                new Event.RoleSet("#tea", "bob", "dave", null, Role.VOICE),
                new Event.Lifted(Restriction.BAN, "#tea", new Target.ByNick("eve"), "bob"),
                new Event.RoomChanged("#tea", "bob", new RoomChange(null, null, null, null, 7, null)));
        assertThat(events(":bob!b@h MODE #tea +bim *!*@10.0.0.1")).containsExactly(
                new Event.Restricted(Restriction.BAN, "#tea", new Target.ByAddress("10.0.0.1"), "bob", null, "",
                        NOON),
                new Event.RoomChanged("#tea", "bob",
                        new RoomChange(Access.INVITE_ONLY, true, null, null, null, null)));
        assertThat(events(":alice MODE alice +i")).isEmpty();
        assertThat(say("2", new Command.SetRoom("#tea",
                new RoomChange(Access.OPEN, true, null, null, 0, new Password("k")))))
                .startsWith("MODE #tea -i+m-l+k k");
        assertThat(say("3", new Command.Restrict(Restriction.BAN, "#tea", new Target.ByNick("bob"),
                Duration.ofHours(1), null))).startsWith("MODE #tea +b bob!*@*");
    }

    @Test
    void aFailureSaysMoreThanANumeric() throws IOException {
        welcome("#tea");
        assertThat(refused("2", new Command.Say("#tea", "hi"), ":irc FAIL PRIVMSG MUTED #tea :you are muted"))
                .isEqualTo(new Event.Refused(Refusal.MUTED, "#tea", "you are muted"));
        assertThat(refused("3", new Command.Rename("ann"), ":irc FAIL NICK NICKNAME_RESERVED ann :no").why())
                .isEqualTo(Refusal.NICK_RESERVED);
        assertThat(refused("4", new Command.SetTopic("#tea", "x"), ":irc 482 alice #tea :no").why())
                .isEqualTo(Refusal.TOPIC_LOCKED);
        assertThat(refused("5", new Command.Kick("#tea", "bob", null), ":irc 482 alice #tea :no").why())
                .isEqualTo(Refusal.NOT_OPERATOR);
        assertThat(refused("6", new Command.Rename("x"), ":irc FAIL NICK WHO_KNOWS :no").why())
                .isEqualTo(Refusal.OTHER);
    }

    private Event.Refused refused(String ref, Command command, String line) throws IOException {
        say(ref, command);
        hear(line);
        return (Event.Refused) hear(":irc PONG irc parley-" + ref).deliveries().getFirst().event();
    }

    @Test
    void aReservedNickIsOneThatIsTaken() throws IOException {
        say("1", new Command.Hello("ann"));
        assertThat(hear(":irc FAIL NICK NICKNAME_RESERVED ann :ann belongs to an account").deliveries()).isEmpty();
        assertThat(hear(":irc 433 * ann :ann belongs to an account").deliveries()).containsExactly(new Delivery("1",
                new Event.Refused(Refusal.NICK_RESERVED, "ann", "ann belongs to an account")));
        say("2", new Command.Hello("bob"));
        assertThat(hear(":irc 433 * bob :bob is in use").deliveries()).containsExactly(new Delivery("2",
                new Event.Refused(Refusal.NICK_TAKEN, "bob", "bob is in use")));
    }

    @Test
    void whatIsForSomeOfARoomIsSaidWithASign() throws IOException {
        welcome("#tea");
        assertThat(refusal("2", new Command.TellRole("#tea", Role.OPERATOR, "psst")))
                .isEqualTo("there is no way to tell something to the operators of a room over IRC");
        hear(":irc 005 alice PREFIX=(qaohv)~&@%+ STATUSMSG=~&@%+ :are supported");
        assertThat(say("3", new Command.TellRole("#tea", Role.OPERATOR, "psst"))).startsWith("PRIVMSG @#tea psst");
        hear(":irc PONG irc parley-3");
        assertThat(say("4", new Command.TellRole("#tea", Role.VOICE, "psst", true))).startsWith("NOTICE +#tea psst");
        assertThat(hear(":irc PONG irc parley-4").deliveries())
                .containsExactly(new Delivery("4", Event.Done.in("#tea")));
        assertThat(events(":bob!b@h PRIVMSG @#tea hi")).containsExactly(
                new Event.ToldRole("#tea", Role.OPERATOR, "bob", "hi", NOON));
        assertThat(events(":bob!b@h NOTICE +#tea hi")).containsExactly(
                new Event.ToldRole("#tea", Role.VOICE, "bob", "hi", NOON, true));
        say("5", new Command.TellRole("#den", Role.VOICE, "psst"));
        hear(":irc 404 alice #den :Cannot send to channel");
        assertThat(hear(":irc PONG irc parley-5").deliveries()).containsExactly(new Delivery("5",
                new Event.Refused(Refusal.NOT_A_MEMBER, "#den", "Cannot send to channel")));
    }

    @Test
    void listsAreWhatTheServerHas() throws IOException {
        welcome("#tea");
        hear(":irc 005 alice CHANMODES=beI,k,l,imst :are supported");
        assertThat(refusal("2", new Command.Restrict(Restriction.MUTE, "#tea", new Target.ByNick("bob"), null, null)))
                .isEqualTo("this server has no mutes");
        Command exempt = new Command.Restrict(Restriction.EXEMPT, "#tea", new Target.ByAccount("bob"), null, null);
        assertThat(refusal("3", exempt)).isEqualTo(
                "this server takes nicks and addresses for masks, not the account bob");
        hear(":irc 005 alice EXTBAN=$,ra :are supported");
        assertThat(say("4", exempt)).startsWith("MODE #tea +e $a:bob");
        hear(":irc PONG irc parley-4");
        assertThat(events(":bob!b@h MODE #tea -e+I $a:eve e*!*@*")).containsExactly(
                new Event.Lifted(Restriction.EXEMPT, "#tea", new Target.ByAccount("eve"), "bob"),
                new Event.Restricted(Restriction.ADMIT, "#tea", new Target.ByNick("e*"), "bob", null, "", NOON));
        assertThat(say("5", new Command.Restrictions("#tea"))).startsWith("MODE #tea +b", "MODE #tea +e",
                "MODE #tea +I").hasSize(4);
    }

    @Test
    void aListIsReadEntryByEntry() throws IOException {
        welcome("#tea");
        say("2", new Command.Restrictions("#tea"));
        hear(":irc 367 alice #tea eve!*@* bob!b@h 1700000000");
        hear(":irc 368 alice #tea :End");
        hear(":irc 348 alice #tea *!*@10.0.0.1 bob");
        hear(":irc 346 alice #tea $a:carol");
        hear(":irc 728 alice #tea q dan!*@* bob 1700000000");
        assertThat(hear(":irc PONG irc parley-2").deliveries()).containsExactly(new Delivery("2",
                new Event.Restrictions("#tea", List.of(
                        listed(Restriction.BAN, new Target.ByNick("eve"), "bob", SET),
                        listed(Restriction.EXEMPT, new Target.ByAddress("10.0.0.1"), "bob", null),
                        listed(Restriction.ADMIT, new Target.ByAccount("carol"), "", null),
                        listed(Restriction.MUTE, new Target.ByNick("dan"), "bob", SET)))));
    }

    private static Event.Restricted listed(Restriction kind, Target target, String from, @Nullable Instant at) {
        return new Event.Restricted(kind, "#tea", target, from, null, "", at);
    }

    private String refusal(String ref, Command command) throws IOException {
        say(ref, command);
        return ((Event.Refused) hear(":irc PONG irc parley-" + ref).deliveries().getFirst().event()).text();
    }

    @Test
    void questionsGetTheirAnswersWhole() throws IOException {
        welcome("#tea");
        say("2", new Command.Who("#tea"));
        hear(":irc 353 alice = #tea :@+bob alice");
        hear(":irc 353 alice = #tea :+carol");
        hear(":irc 366 alice #tea :End");
        assertThat(hear(":irc PONG irc parley-2").deliveries()).containsExactly(new Delivery("2", new Event.Members(
                "#tea", List.of("bob", "alice", "carol"), Map.of("bob", Role.OPERATOR, "carol", Role.VOICE))));
        say("3", new Command.Rooms());
        hear(":irc 322 alice #tea 3 :[+nt] Roses");
        assertThat(hear(":irc PONG irc parley-3").deliveries()).containsExactly(new Delivery("3",
                new Event.RoomList(List.of(new Event.RoomInfo("#tea", "Roses", 3)))));
        say("4", new Command.WhoIs("bob"));
        hear(":irc 311 alice bob b h * :Bob");
        hear(":irc 319 alice bob :@#tea +#garden");
        hear(":irc 330 alice bob robert :is logged in as");
        assertThat(hear(":irc PONG irc parley-4").deliveries()).containsExactly(new Delivery("4", new Event.Person(
                "bob", "robert", false, List.of("#tea", "#garden"), Instant.EPOCH, false, null)));
    }

    @Test
    void historyIsAskedForWhereThereIsAny() throws IOException {
        say("1", new Command.Hello("alice"));
        hear(":irc CAP * LS :batch draft/chathistory");
        hear(":irc CAP * ACK :batch draft/chathistory");
        hear(":irc 001 alice :Welcome");
        hear(":irc 422 alice :no motd");
        hear(":irc PONG irc parley-1");
        assertThat(say("2", new Command.Recall("#tea", new Cursor("41"), null, 1)))
                .startsWith("CHATHISTORY AFTER #tea msgid=41 1");
        hear(":irc BATCH +h chathistory #tea");
        assertThat(events("@batch=h;msgid=42 :alice!a@h PRIVMSG #tea mine")).containsExactly(
                new Event.Said("#tea", new Cursor("42"), "alice", "mine", NOON, true));
        hear(":irc BATCH -h");
        assertThat(hear(":irc PONG irc parley-2").deliveries()).containsExactly(
                new Delivery("2", new Event.Done("#tea", new Cursor("42"), true)));
    }

    @Test
    void signsOfLifeAreGivenBack() throws IOException {
        welcome();
        assertThat(hear("PING :tick tock").replies()).containsExactly("PONG :tick tock");
        assertThat(hear(":irc PONG irc other").deliveries()).isEmpty();
    }

    @Test
    void whatNobodyKnowsIsNewsAndWhatSaysNothingIsNot() throws IOException {
        welcome();
        assertThat(hear(":irc FROBNICATE x").known()).isFalse();
        assertThat(hear("").known()).isFalse();
        assertThat(hear(":bob!b@h AWAY :tea").known()).isTrue();
        assertThat(hear(":irc 251 alice :many users").known()).isTrue();
    }

    @Test
    void jsonIsNoIrc() {
        assertThatThrownBy(() -> hear("{\"on\":\"refused\"}")).isInstanceOf(NotOfThisDialect.class)
                .hasMessageContaining("JSON lines");
    }

    @Test
    void anyLineAtAllIsSurvived() throws IOException {
        welcome("#tea");
        for (String verb : List.of("JOIN", "PART", "QUIT", "NICK", "PRIVMSG", "TOPIC", "KICK", "KILL", "INVITE",
                "MODE", "BATCH", "CAP", "ERROR", "FAIL", "PONG", "001", "005", "311", "317", "322", "332", "333",
                "353", "366", "367", "404", "900")) {
            for (String params : List.of("", " a", " a b", " a :", " a b c d", " :")) {
                say(null, new Command.WhoIs("bob"));
                hear(verb + params);
                hear(":" + verb + " " + verb + params);
            }
        }
    }

    /** Says hello and joins these rooms; the next mark is the second. */
    private void welcome(String... rooms) throws IOException {
        say("1", new Command.Hello("alice"));
        hear(":irc CAP * LS :");
        hear(":irc 001 alice :Welcome");
        hear(":irc 422 alice :no motd");
        for (String room : rooms) {
            hear(":alice!a@h JOIN " + room);
        }
        hear(":irc PONG irc parley-1");
    }

    private List<String> say(String ref, Command command) {
        return dialect.say(new Request(ref, command));
    }

    private Heard hear(String line) throws IOException {
        return dialect.hear(line);
    }

    private List<Event> events(String... lines) throws IOException {
        return Arrays.stream(lines).flatMap(line -> {
            try {
                return hear(line).deliveries().stream();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }).map(Delivery::event).toList();
    }
}
