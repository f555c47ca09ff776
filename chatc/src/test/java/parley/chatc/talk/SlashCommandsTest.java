package parley.chatc.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import parley.protocol.Access;
import parley.protocol.Command;
import parley.protocol.Event;
import parley.protocol.Password;
import parley.protocol.Refusal;
import parley.protocol.Restriction;
import parley.protocol.Role;
import parley.protocol.RoomChange;
import parley.protocol.Target;

class SlashCommandsTest {

    private final Script script = Script.inLobby();

    private void join(String room) {
        script.type("/join " + room).answer(Event.Done.in(room));
        script.answer(Event.Done.in(room)).answer(new Event.Members(room, List.of("alice"))).rows.clear();
    }

    @Test
    void join_turns_to_a_room_and_looks_around_once() {
        script.type("/join dev").asked(new Command.Join("#dev")).answer(Event.Done.in("#Dev"));
        assertThat(script.prompt).isEqualTo("#Dev> ");
        script.asked(new Command.Recall("#Dev", null, null, 20)).answer(Event.Done.in("#Dev"));
        script.asked(new Command.Who("#Dev")).answer(new Event.Members("#Dev", List.of("alice")));
        script.shows("in #Dev: alice");
        script.type("/join #lobby").asked(new Command.Join("#lobby")).answer(Event.Done.in("#lobby")).askedNothing();
        assertThat(script.prompt).isEqualTo("#lobby> ");
        script.type("/join a,b").asked(new Command.Join("#a,b")).refuse(Refusal.ROOM_INVALID, "no").shows("no");
        assertThat(script.prompt).isEqualTo("#lobby> ");
    }

    @Test
    void leave_gives_up_this_room_or_another() {
        join("#dev");
        script.type("/leave").asked(new Command.Leave("#dev", null)).answer(Event.Done.in("#dev"))
                .shows("12:00 you left #dev");
        assertThat(script.prompt).isEqualTo("#lobby> ");
        join("#dev");
        script.type("/leave #lobby  off to bed").asked(new Command.Leave("#lobby", "off to bed"))
                .hear(new Event.Left("#lobby", "alice", "off to bed")).answer(Event.Done.in("#lobby"))
                .shows("12:00 you left #lobby (off to bed)");
        assertThat(script.prompt).isEqualTo("#dev> ");
        script.type("/leave off to bed").asked(new Command.Leave("#dev", "off to bed")).answer(Event.Done.in("#dev"));
        assertThat(script.prompt).isEqualTo("(no room)> ");
        script.rows.clear();
        script.type("/leave").shows("you are in no room").askedNothing();
    }

    @Test
    void msg_tells_one_person_a_message_a_line() {
        script.type("/msg bob  the  secret\nand more").askedNothing().type("l");
        script.asked(new Command.Tell("bob", "the  secret")).answer(Event.Done.PLAIN);
        script.asked(new Command.Tell("bob", "and more")).refuse(Refusal.NO_SUCH_NICK, "nobody here is called bob");
        script.shows("12:00 alice → bob: the  secret", "nobody here is called bob").askedNothing();
    }

    @Test
    void ops_says_something_to_operators_only() {
        script.type("/ops who is eve?").asked(new Command.TellRole("#lobby", Role.OPERATOR, "who is eve?"))
                .answer(Event.Done.in("#lobby"));
        script.hear(new Event.ToldRole("#lobby", Role.OPERATOR, "alice", "who is eve?", Script.NOON),
                new Event.ToldRole("#lobby", Role.VOICE, "bob", "nobody", Script.NOON));
        script.shows("12:00 alice → operators of #lobby: who is eve?", "12:00 bob → voices of #lobby: nobody");
    }

    @Test
    void nick_is_shown_once_whether_a_room_told_of_it_or_not() {
        script.type("/nick alicia").asked(new Command.Rename("alicia")).hear(new Event.Renamed("alice", "alicia"))
                .answer(Event.Done.PLAIN).shows("12:00 you are now alicia");
        script.type("/nick ally").answer(Event.Done.PLAIN).shows("12:00 you are now ally");
        script.type("/nick bob").refuse(Refusal.NICK_TAKEN, "bob is in use")
                .shows("bob is in use; /nick bob2 may be free");
        script.hear(new Event.Joined("#lobby", "bob2")).rows.clear();
        script.type("/nick bob").refuse(Refusal.NICK_TAKEN, "bob is in use")
                .shows("bob is in use; /nick bob3 may be free");
    }

    @Test
    void topic_shows_it_or_sets_it() {
        script.type("/topic").shows("#lobby has no topic; /topic TEXT sets one");
        script.type("/topic all about  tea").asked(new Command.SetTopic("#lobby", "all about  tea"))
                .hear(new Event.TopicSet("#lobby", "alice", "all about  tea", Script.NOON))
                .answer(Event.Done.in("#lobby"))
                .shows("12:00 topic of #lobby, by alice: all about  tea");
        script.type("/topic").shows("topic of #lobby, by alice, 31 January 2026 12:00: all about  tea").askedNothing();
        script.hear(new Event.TopicSet("#lobby", "", "as configured")).shows("12:00 topic of #lobby: as configured");
        script.type("/topic").shows("topic of #lobby: as configured");
        script.hear(new Event.TopicSet("#lobby", "alice", "")).type("/topic").shows(
                "12:00 alice cleared the topic of #lobby",
                "#lobby has no topic; /topic TEXT sets one");
    }

    @Test
    void who_and_rooms_show_what_there_is_and_learn_its_names() {
        script.type("/who").asked(new Command.Who("#lobby"))
                .answer(new Event.Members("#lobby", List.of("alice", "zoe"))).shows("2 in #lobby: alice, zoe");
        assertThat(script.conversation.known().nicks()).containsExactly("zoe");
        script.type("/who dev").asked(new Command.Who("#dev")).refuse(Refusal.NO_SUCH_ROOM, "no such").shows("no such");
        script.type("/rooms").asked(new Command.Rooms())
                .answer(new Event.RoomList(
                        List.of(new Event.RoomInfo("#dev", "work", 3), new Event.RoomInfo("#lobby", "", 2))))
                .shows("#dev (3): work", "#lobby (2)");
        assertThat(script.conversation.known().rooms()).containsExactly("#dev", "#lobby");
    }

    @Test
    void history_shows_what_was_said_before_in_one_piece() {
        script.type("/history 2").asked(new Command.Recall("#lobby", null, null, 2))
                .hear(Script.said("1", "bob", "old").asPast(), Script.said("9", "bob", "new"),
                        Script.said("2", "bob", "later").asPast())
                .answer(Event.Done.in("#lobby")).shows("12:00 bob: new", "— the last 2 messages in #lobby —",
                        "12:00 bob: old", "12:00 bob: later", "— end —");
        script.type("/history").asked(new Command.Recall("#lobby", null, null, 50)).refuse(Refusal.NOT_STORED, "broken")
                .shows("broken");
    }

    @Test
    void search_shows_what_has_the_words() {
        script.type("/search two  words").asked(new Command.Search("#lobby", "two  words", 50))
                .hear(Script.said("1", "bob", "words, two").asPast()).answer(Event.Done.in("#lobby"))
                .shows("— 1 messages in #lobby that have: two  words —", "12:00 bob: words, two", "— end —");
    }

    @Test
    void room_without_a_name_lists_those_there_are() {
        join("#dev");
        script.hear(Script.said("1", "bob", "hi")).type("/room").shows("1:#lobby, 1 unread", "2:#dev");
        script.type("/room tea").shows("you are in no room tea; /join ROOM comes into another");
    }

    @Test
    void join_takes_a_key() {
        script.type("/join dev s3cret").asked(new Command.Join("#dev", new Password("s3cret")));
    }

    @Test
    void whois_says_who_somebody_is() {
        script.type("/whois bob").asked(new Command.WhoIs("bob"))
                .answer(new Event.Person("bob", "robert", true, List.of("#lobby"), Script.NOON, true, "203.0.113.7"))
                .shows("bob: account robert, operator of the server, here since 31 January 2026 12:00, over TLS, from"
                        + " 203.0.113.7; in #lobby");
    }

    @ParameterizedTest
    @MethodSource
    void operators_commands_are_asked_for_in_this_room(String typed, Command command) {
        script.type(typed).asked(command).answer(Event.Done.in("#lobby")).askedNothing();
    }

    static List<Arguments> operators_commands_are_asked_for_in_this_room() {
        return List.of(arguments("/invite bob", new Command.Invite("#lobby", "bob")),
                arguments("/kick bob being rude", new Command.Kick("#lobby", "bob", "being rude")),
                arguments("/kick bob", new Command.Kick("#lobby", "bob", null)),
                arguments("/ban b* 12h being rude", new Command.Restrict(Restriction.BAN, "#lobby",
                        new Target.ByNick("b*"), Duration.ofHours(12), "being rude")),
                arguments("/ban account:bob being rude", new Command.Restrict(Restriction.BAN, "#lobby",
                        new Target.ByAccount("bob"), null, "being rude")),
                arguments("/mute address:203.0.113.0/24", new Command.Restrict(Restriction.MUTE, "#lobby",
                        new Target.ByAddress("203.0.113.0/24"), null, null)),
                arguments("/unban b*", new Command.Lift(Restriction.BAN, "#lobby", new Target.ByNick("b*"))),
                arguments("/unmute bob", new Command.Lift(Restriction.MUTE, "#lobby", new Target.ByNick("bob"))),
                arguments("/exempt b* 12h a friend", new Command.Restrict(Restriction.EXEMPT, "#lobby",
                        new Target.ByNick("b*"), Duration.ofHours(12), "a friend")),
                arguments("/unexempt b*", new Command.Lift(Restriction.EXEMPT, "#lobby", new Target.ByNick("b*"))),
                arguments("/admit account:bob", new Command.Restrict(Restriction.ADMIT, "#lobby",
                        new Target.ByAccount("bob"), null, null)),
                arguments("/unadmit account:bob",
                        new Command.Lift(Restriction.ADMIT, "#lobby", new Target.ByAccount("bob"))),
                arguments("/role bob voice", new Command.SetRole("#lobby", "bob", Role.VOICE)),
                arguments("/set access invite-only", set(RoomChange.NONE, Access.INVITE_ONLY)),
                arguments("/set moderated on",
                        new Command.SetRoom("#lobby", new RoomChange(null, true, null, null, null, null))),
                arguments("/set topic-locked off",
                        new Command.SetRoom("#lobby", new RoomChange(null, null, false, null, null, null))),
                arguments("/set hidden on",
                        new Command.SetRoom("#lobby", new RoomChange(null, null, null, true, null, null))),
                arguments("/set limit 20",
                        new Command.SetRoom("#lobby", new RoomChange(null, null, null, null, 20, null))),
                arguments("/set key off", new Command.SetRoom("#lobby",
                        new RoomChange(null, null, null, null, null, new Password("")))));
    }

    private static Command set(RoomChange change, Access access) {
        return new Command.SetRoom("#lobby",
                change.then(new RoomChange(access, null, null, null, null, null)));
    }

    @Test
    void bans_lists_who_is_kept_out() {
        script.type("/bans").asked(new Command.Restrictions("#lobby")).answer(new Event.Restrictions("#lobby",
                List.of(new Event.Restricted(Restriction.BAN, "#lobby", new Target.ByNick("eve"), "bob", null, ""))))
                .shows("bob banned eve from #lobby");
        script.type("/bans").answer(new Event.Restrictions("#lobby", List.of()))
                .shows("nobody is banned from #lobby or muted there");
    }

    @Test
    void on_the_whole_server_operators_do_the_same() {
        script.type("/server kick bob too loud").asked(new Command.Kick(null, "bob", "too loud"))
                .answer(Event.Done.PLAIN);
        script.type("/server ban address:10.0.0.0/8 12h spam").asked(new Command.Restrict(Restriction.BAN, null,
                new Target.ByAddress("10.0.0.0/8"), Duration.ofHours(12), "spam")).answer(Event.Done.PLAIN);
        script.type("/server unban b*").asked(new Command.Lift(Restriction.BAN, null, new Target.ByNick("b*")))
                .answer(Event.Done.PLAIN);
        script.type("/server bans").asked(new Command.Restrictions(null))
                .answer(new Event.Restrictions(null, List.of()))
                .shows("nobody is banned from the server or muted there");
        script.type("/server ban").shows("usage: /server ban WHOM [TIME] [WHY]").askedNothing();
        script.type("/server topic x").shows("/server takes kick, ban, unban, mute, unmute, bans, not topic")
                .askedNothing();
        script.type("/leave").answer(Event.Done.in("#lobby"));
        script.type("/server kick eve").asked(new Command.Kick(null, "eve", null));
    }

    @Test
    void what_has_a_secret_in_it_is_not_remembered() {
        assertThat(List.of("/join dev s3cret", "/set key s3cret")).allMatch(SlashCommands::hasSecret);
        assertThat(List.of("/join dev", "/set limit 3", "/kick bob", "a key", "/nosuch x y"))
                .noneMatch(SlashCommands::hasSecret);
    }

    @Test
    void quit_says_goodbye() {
        script.type("/quit");
        assertThat(script.quit).contains(Optional.empty());
        script.type("/quit see you");
        assertThat(script.quit).contains(Optional.of("see you"));
    }

    @Test
    void help_explains_every_command_and_fits_a_screen() {
        script.type("/help");
        List<String> lines = script.rows.stream().map(Row::text).toList();
        assertThat(lines).hasSizeLessThan(22).allMatch(line -> line.length() <= 100);
        assertThat(SlashCommands.TALKING).allMatch(
                command -> lines.stream().anyMatch(line -> line.matches("/" + command.word() + " .*[a-z]{4}.*")));
        assertThat(SlashCommands.MODERATING).allMatch(
                command -> lines.stream().anyMatch(line -> line.contains(" /" + command.word())));
        script.rows.clear();
        script.type("/help ban").shows("/ban WHOM [TIME] [WHY] keeps a nick like b*, account:NAME or address:NET out");
        script.type("/help kik").shows("there is no /kik; did you mean /kick?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"/jion dev | there is no /jion; did you mean /join?",
            "/JOIN dev | there is no /JOIN; /help shows what there is, and // sends a text that begins with a slash",
            "/usr/bin/env | there is no /usr/bin/env; /help shows what there is,"
                    + " and // sends a text that begins with a slash",
            "/ | there is no /; /help shows what there is, and // sends a text that begins with a slash",
            "/join | usage: /join ROOM [KEY]", "/msg bob | usage: /msg NICK TEXT", "/rooms now | usage: /rooms",
            "/bell loud | /bell takes on or off, not loud",
            "/role bob king | \"king\" is no role: \"none\", \"member\", \"voice\" or \"operator\"",
            "/history all | /history takes a number of messages, not all",
            "/history 0 | /history takes a number of messages, not 0"})
    void what_is_not_right_is_said_and_nothing_is_sent(String typed, String sentence) {
        script.type(typed).shows(sentence).askedNothing();
    }

    @Test
    void the_table_is_sound() {
        assertThat(SlashCommands.ALL).extracting(SlashCommand::word).doesNotHaveDuplicates();
        assertThat(SlashCommands.ALL).allMatch(command -> command.arguments().matches("([A-Z]+|\\[[A-Z]+\\]| )*"));
        assertThat(SlashCommands.ALL).as("what may be missing comes last")
                .noneMatch(command -> command.arguments().matches(".*\\[.*\\] [A-Z].*"));
    }
}
