package parley.chatc.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.protocol.Command;
import parley.protocol.Event;
import parley.protocol.Refusal;

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
        script.type("/join a b").asked(new Command.Join("#a b")).refuse(Refusal.ROOM_INVALID, "no").shows("no");
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
                .answer(Event.Done.in("#lobby"));
        assertThat(script.prompt).isEqualTo("#dev> ");
        script.type("/leave off to bed").asked(new Command.Leave("#dev", "off to bed")).answer(Event.Done.in("#dev"));
        assertThat(script.prompt).isEqualTo("(no room)> ");
        script.rows.clear();
        script.type("/leave").shows("you are in no room").askedNothing();
    }

    @Test
    void msg_tells_one_person_a_message_a_line() {
        script.type("/msg bob  the  secret\nand more");
        script.asked(new Command.Tell("bob", "the  secret")).answer(Event.Done.PLAIN);
        script.asked(new Command.Tell("bob", "and more")).refuse(Refusal.NO_SUCH_NICK, "nobody here is called bob");
        script.shows("12:00 alice → bob: the  secret", "nobody here is called bob").askedNothing();
    }

    @Test
    void nick_is_shown_once_whether_a_room_told_of_it_or_not() {
        script.type("/nick alicia").asked(new Command.Rename("alicia")).hear(new Event.Renamed("alice", "alicia"))
                .answer(Event.Done.PLAIN).shows("12:00 you are now alicia");
        script.type("/nick ally").answer(Event.Done.PLAIN).shows("12:00 you are now ally");
        script.type("/nick bob").refuse(Refusal.NICK_TAKEN, "bob is in use").shows("bob is in use");
    }

    @Test
    void topic_shows_it_or_sets_it() {
        script.type("/topic").shows("#lobby has no topic; /topic TEXT sets one");
        script.type("/topic all about  tea").asked(new Command.SetTopic("#lobby", "all about  tea"))
                .hear(new Event.TopicSet("#lobby", "alice", "all about  tea")).answer(Event.Done.in("#lobby"))
                .shows("12:00 topic of #lobby, by alice: all about  tea");
        script.type("/topic").shows("topic of #lobby: all about  tea").askedNothing();
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
    void history_shows_what_was_said_before() {
        script.type("/history 2").asked(new Command.Recall("#lobby", null, null, 2))
                .hear(Script.said("1", "bob", "old").asPast()).answer(Event.Done.in("#lobby"))
                .shows("— the last 2 messages in #lobby —", "12:00 bob: old", "— end of the history —");
        script.type("/history").asked(new Command.Recall("#lobby", null, null, 50));
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
        assertThat(lines).hasSizeLessThan(23).allMatch(line -> line.length() < 80);
        assertThat(SlashCommands.ALL).allMatch(
                command -> lines.stream().anyMatch(line -> line.matches("/" + command.word() + " .*[a-z]{4}.*")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"/jion dev | there is no /jion; did you mean /join?",
            "/JOIN dev | there is no /JOIN; /help shows what there is, and // sends a text that begins with a slash",
            "/usr/bin/env | there is no /usr/bin/env; /help shows what there is,"
                    + " and // sends a text that begins with a slash",
            "/ | there is no /; /help shows what there is, and // sends a text that begins with a slash",
            "/join | usage: /join ROOM", "/msg bob | usage: /msg NICK TEXT", "/rooms now | usage: /rooms",
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
