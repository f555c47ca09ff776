package parley.chatd.dialect.irc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.protocol.Command;
import parley.protocol.irc.IrcLine;

/** Modern IRC, "Channel Operations". */
class ChannelsTest {

    private final Irc irc = new Irc("");
    private final IrcPerson alice = irc.connect("alice");
    private final IrcPerson bob = irc.connect("bob");

    @Test
    void whoJoinsIsToldOfTheRoomAndTheOthersOfThem() {
        assertThat(alice.asks("JOIN #tea")).containsExactly(":alice!~u@alice JOIN #tea",
                ":irc.test 353 alice = #tea @alice", ":irc.test 366 alice #tea :End of /NAMES list");
        alice.asks("TOPIC #tea :Darjeeling today");
        assertThat(bob.asks("JOIN #Tea")).containsExactly(":bob!~u@bob JOIN #tea",
                ":irc.test 332 bob #tea :Darjeeling today", ":irc.test 333 bob #tea alice 1769860800",
                ":irc.test 353 bob = #tea :@alice bob",
                ":irc.test 366 bob #tea :End of /NAMES list");
        assertThat(alice.told()).containsExactly(":bob!~u@bob JOIN #tea");
    }

    @Test
    void whoDoesNotNeedToKnowWhoIsThereIsNotTold() {
        IrcPerson carol = irc.connect("carol", "no-implicit-names draft/read-marker");
        assertThat(carol.asks("JOIN #tea")).containsExactly(":carol!~u@carol JOIN #tea",
                ":irc.test MARKREAD #tea *");
        assertThat(carol.asks("NAMES #tea")).hasSize(2);
    }

    @Test
    void severalRoomsWithKeysAreJoinedAndLeftAtOnce() {
        alice.says("JOIN #a,#b", "MODE #a +k sesame");
        assertThat(bob.asks("JOIN #b,#a wrong,wrong")).contains(":bob!~u@bob JOIN #b").last().asString()
                .startsWith(":irc.test 475 bob #a :");
        assertThat(bob.asks("JOIN #a sesame")).contains(":bob!~u@bob JOIN #a");
        assertThat(bob.asks("JOIN #a,#a")).isEmpty();
        assertThat(bob.asks("JOIN 0")).containsExactly(":bob!~u@bob PART #a", ":bob!~u@bob PART #b");
    }

    @Test
    void aTopicSaysWhoSetItAndWhen() {
        JsonPerson dan = irc.json("dan");
        dan.does(new Command.Join("#tea"));
        irc.clock().advance(Duration.ofHours(1));
        dan.does(new Command.SetTopic("#tea", "Assam"));
        irc.clock().advance(Duration.ofHours(1));
        assertThat(alice.asks("TOPIC #tea")).containsExactly(":irc.test 332 alice #tea Assam",
                ":irc.test 333 alice #tea dan 1769864400");
        dan.does(new Command.SetTopic("#tea", ""));
        assertThat(alice.asks("TOPIC #tea")).containsExactly(":irc.test 331 alice #tea :No topic is set");
    }

    @Test
    void aRoomIsAsOldAsItsFirstSeat() {
        irc.clock().advance(Duration.ofHours(1));
        alice.says("JOIN #tea");
        irc.clock().advance(Duration.ofHours(1));
        bob.says("JOIN #tea");
        assertThat(bob.asks("MODE #tea")).last().isEqualTo(":irc.test 329 bob #tea 1769864400");
        alice.says("PART #tea");
        bob.says("PART #tea");
        bob.says("JOIN #tea");
        assertThat(bob.asks("MODE #tea")).last().isEqualTo(":irc.test 329 bob #tea 1769868000");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = {"JOIN tea|476 alice tea", "JOIN #a:b|476 alice #a:b", "PART #tea|442 alice #tea",
                    "TOPIC #none|403 alice #none", "TOPIC #tea :x|442 alice #tea", "KICK #tea bob|482 alice #tea",
                    "INVITE bob #tea|442 alice #tea", "INVITE nobody #mine|401 alice nobody",
                    "KICK #mine nobody|401 alice nobody",
                    "KICK #mine bob|441 alice bob #mine", "MODE #none|403 alice #none", "MODE #tea +m|482 alice #tea",
                    "MODE #mine +p|472 alice p", "MODE #mine -n|472 alice n",
                    "MODE #mine +l many|696 alice #mine l many",
                    "MODE #mine +k|525 alice #mine", "MODE #mine +b x!*@10.0.*|696 alice #mine b x!*@10.0.*",
                    "MODE #mine +o nobody|401 alice nobody",
                    "MODE #mine +k :a b|525 alice #mine", "MODE #mine +v bob|441 alice bob #mine",
                    "MODE #mine +o|696 alice #mine o *"})
    void whatCannotBeDoneIsAnsweredWithItsNumeric(String line, String numeric) {
        bob.says("JOIN #tea");
        alice.says("JOIN #mine");
        assertThat(alice.asks(line)).singleElement().asString().startsWith(":irc.test " + numeric + " :");
    }

    @Test
    void namesAreThoseWhoAreThere() {
        bob.says("JOIN #tea", "MODE #tea +s");
        alice.says("JOIN #other");
        assertThat(alice.asks("NAMES #tea,#other")).containsExactly(":irc.test 366 alice #tea :End of /NAMES list",
                ":irc.test 353 alice = #other @alice", ":irc.test 366 alice #other :End of /NAMES list");
        assertThat(bob.asks("NAMES #tea")).first().isEqualTo(":irc.test 353 bob @ #tea @bob");
    }

    @Test
    void namesFillAsManyLinesAsTheyNeed() {
        for (int i = 0; i < 60; i++) {
            irc.connect("somebody-of-a-long-name-" + i).says("JOIN #tea");
        }
        List<String> told = alice.asks("JOIN #tea");
        List<String> names = told.stream().filter(line -> line.contains(" 353 ")).toList();
        assertThat(names).hasSizeGreaterThan(3).allSatisfy(line -> assertThat(line.length()).isLessThan(511));
        assertThat(String.join(" ", names).split("somebody")).hasSize(61);
    }

    @Test
    void listHasRoomsThatFitAllConditions() {
        alice.says("JOIN #tea,#garden,#den", "TOPIC #tea :Darjeeling today", "MODE #den +s");
        bob.says("JOIN #tea");
        assertThat(bob.asks("LIST")).containsExactly(":irc.test 321 bob Channel :Users  Name",
                ":irc.test 322 bob #garden 1 :", ":irc.test 322 bob #tea 2 :Darjeeling today",
                ":irc.test 323 bob :End of /LIST");
        assertThat(bob.asks("LIST >1")).hasSize(3).contains(":irc.test 322 bob #tea 2 :Darjeeling today");
        assertThat(bob.asks("LIST <2,*G*")).hasSize(3).contains(":irc.test 322 bob #garden 1 :");
        assertThat(bob.asks("LIST !*a*")).hasSize(2);
        assertThat(bob.asks("LIST #tea,#den")).hasSize(3);
    }

    @Test
    void listGoesByTheAgeOfRoomsAndTopics() {
        alice.says("JOIN #old", "TOPIC #old :stale");
        irc.clock().advance(Duration.ofMinutes(10));
        alice.says("JOIN #new", "TOPIC #new :fresh", "TOPIC #new :", "JOIN #odd");
        irc.clock().advance(Duration.ofMinutes(1));
        alice.says("TOPIC #old :fresh again");

        assertThat(rooms("LIST C>10")).containsExactly("#old");
        assertThat(rooms("LIST c<10")).containsExactly("#new", "#odd");
        assertThat(rooms("LIST C>1,C<11")).as("to the minute").isEmpty();
        assertThat(rooms("LIST T<1")).containsExactly("#old");
        assertThat(rooms("LIST T>0")).as("a topic that was cleared, or never set, has no age").isEmpty();
        irc.clock().advance(Duration.ofMinutes(1));
        assertThat(rooms("LIST T>0,#o*")).containsExactly("#old");
    }

    private List<String> rooms(String question) {
        return bob.asks(question).stream().filter(line -> line.contains(" 322 "))
                .map(line -> IrcLine.read(line).orElseThrow().params().get(1))
                .toList();
    }

    @Test
    void modesAreSetShownAndTakenAway() {
        bob.says("JOIN #tea");
        alice.asks("JOIN #tea");
        bob.asks("MODE #tea +imkl-t sesame 7");
        assertThat(alice.told()).containsExactly(":bob!~u@bob MODE #tea +im-t+lk 7 sesame");
        assertThat(alice.asks("MODE #tea")).containsExactly(":irc.test 324 alice #tea +nimlk 7 sesame",
                ":irc.test 329 alice #tea 1769860800");
        assertThat(irc.connect("carol").asks("MODE #tea")).startsWith(":irc.test 324 carol #tea +nimlk 7");
        assertThat(alice.asks("PRIVMSG #tea :hi")).singleElement().asString().startsWith(":irc.test 404 alice #tea :");
        assertThat(bob.asks("MODE #tea +v alice")).containsExactly(":bob!~u@bob MODE #tea -o+v alice alice");
        assertThat(alice.told()).containsExactly(":bob!~u@bob MODE #tea -o+v alice alice");
        assertThat(alice.asks("PRIVMSG #tea :hi")).isEmpty();
        assertThat(bob.asks("MODE #tea -ilk sesame", "MODE #tea"))
                .containsExactly(":bob!~u@bob MODE #tea -ilk *",
                        ":irc.test 324 bob #tea +nm", ":irc.test 329 bob #tea 1769860800");
    }

    @Test
    void aVoiceDoesNotMakeAnOperatorLess() {
        alice.says("JOIN #tea");
        assertThat(alice.asks("MODE #tea +v alice", "MODE #tea -v alice")).isEmpty();
        assertThat(alice.asks("MODE #tea -o alice")).containsExactly(":alice!~u@alice MODE #tea -ov alice alice");
    }

    @Test
    void bansAndMutesAreLists() {
        alice.says("JOIN #tea");
        bob.says("JOIN #tea");
        alice.asks("MODE #tea +bq *!~u@bob eve", "MODE #tea +b *!*@203.0.113.0/24");
        assertThat(bob.told()).endsWith(":alice!~u@alice MODE #tea +b bob!*@*", ":alice!~u@alice KICK #tea bob alice");
        assertThat(bob.asks("JOIN #tea")).singleElement().asString().startsWith(":irc.test 474 bob #tea :");
        assertThat(alice.asks("MODE #tea b")).containsExactly(":irc.test 367 alice #tea bob!*@* alice 1769860800",
                ":irc.test 367 alice #tea *!*@203.0.113.0/24 alice 1769860800",
                ":irc.test 368 alice #tea :End of channel ban list");
        assertThat(bob.asks("MODE #tea +b")).as("addresses are for operators").hasSize(2);
        assertThat(alice.asks("MODE #tea +q")).contains(":irc.test 728 alice #tea q eve!*@* alice 1769860800");
        assertThat(alice.asks("MODE #tea -b bob")).containsExactly(":alice!~u@alice MODE #tea -b bob!*@*");
        assertThat(bob.asks("JOIN #tea")).contains(":bob!~u@bob JOIN #tea");
    }

    @Test
    void exceptionsAreListsAsWell() {
        alice.says("JOIN #tea");
        bob.asks("JOIN #tea");
        assertThat(alice.asks("MODE #tea +e bob!*@*", "MODE #tea +eI *!*@10.0.0.0/8 $a:carol")).containsExactly(
                ":alice!~u@alice MODE #tea +e bob!*@*", ":alice!~u@alice MODE #tea +e *!*@10.0.0.0/8",
                ":alice!~u@alice MODE #tea +I $a:carol");
        alice.says("MODE #tea +b b*!*@*");
        assertThat(bob.told()).containsExactly(":alice!~u@alice MODE #tea +e bob!*@*",
                ":alice!~u@alice MODE #tea +I $a:carol", ":alice!~u@alice MODE #tea +b b*!*@*");
        alice.told();
        assertThat(alice.asks("MODE #tea +e")).containsExactly(":irc.test 348 alice #tea bob!*@* alice 1769860800",
                ":irc.test 348 alice #tea *!*@10.0.0.0/8 alice 1769860800",
                ":irc.test 349 alice #tea :End of channel exception list");
        assertThat(bob.asks("MODE #tea e")).as("addresses are for operators").hasSize(2);
        assertThat(bob.asks("MODE #tea I")).containsExactly(":irc.test 346 bob #tea $a:carol alice 1769860800",
                ":irc.test 347 bob #tea :End of channel invite exception list");
        assertThat(alice.asks("MODE #tea -I $a:carol")).containsExactly(":alice!~u@alice MODE #tea -I $a:carol");
        assertThat(alice.asks("MODE #tea +I")).hasSize(1);
    }

    @Test
    void whoIsInvitedMayEnter() {
        alice.says("JOIN #tea", "MODE #tea +i");
        assertThat(bob.asks("JOIN #tea")).singleElement().asString().startsWith(":irc.test 473 bob #tea :");
        assertThat(alice.asks("INVITE bob #tea")).containsExactly(":irc.test 341 alice bob #tea");
        assertThat(bob.asks("INVITE")).endsWith(":irc.test 336 bob #tea", ":irc.test 337 bob :End of /INVITE list");
        assertThat(bob.asks("INVITE alice")).containsExactly(":irc.test 461 bob INVITE :Not enough parameters");
        assertThat(bob.asks("JOIN #tea")).startsWith(":bob!~u@bob JOIN #tea");
        assertThat(bob.asks("INVITE")).containsExactly(":irc.test 337 bob :End of /INVITE list");
        assertThat(alice.asks("INVITE bob #tea")).contains(":irc.test 443 alice bob #tea :is already on channel");
    }
}
