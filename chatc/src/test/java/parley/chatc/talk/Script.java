package parley.chatc.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import parley.protocol.Command;
import parley.protocol.Cursor;
import parley.protocol.Event;
import parley.protocol.Refusal;

/** A conversation without terminal and server: a test is both. */
final class Script implements Screen, Asking {

    static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    final List<Row> rows = new ArrayList<>();
    final Conversation conversation;
    String prompt = "";
    String footer = "";
    boolean hasFooter = true;
    int columns = 80;
    int rings;
    Optional<Optional<String>> quit = Optional.empty();
    private final Deque<Question> questions = new ArrayDeque<>();

    private record Question(Command command, Consumer<Event.Answer> answered) {
    }

    Script() {
        Stage stage = new Stage(this, new Phrases(ZoneOffset.UTC), InstantSource.fixed(NOON), new Whereabouts("alice"),
                true);
        conversation = new Conversation(stage, this);
    }

    /** Alice in #lobby with bob, where nothing was said before. */
    static Script inLobby() {
        Script script = new Script();
        script.conversation.begin(new Event.Welcomed("alice", "chatd 1.0", List.of("#lobby"), ""),
                Optional.of("#lobby"));
        script.asked(new Command.Recall("#lobby", null, null, 20)).answer(Event.Done.in("#lobby"));
        script.asked(new Command.Who("#lobby")).answer(new Event.Members("#lobby", List.of("bob", "alice")));
        script.rows.clear();
        return script;
    }

    /** And in this room, too, where she looks now. */
    Script alsoIn(String room) {
        type("/join " + room).asked(new Command.Join(room)).answer(Event.Done.in(room));
        asked(new Command.Recall(room, null, null, 20)).answer(Event.Done.in(room));
        asked(new Command.Who(room)).answer(new Event.Members(room, List.of("alice")));
        rows.clear();
        return this;
    }

    @Override
    public void show(List<Row> shown) {
        rows.addAll(shown);
    }

    @Override
    public void prompt(String text) {
        prompt = text;
    }

    @Override
    public boolean hasFooter() {
        return hasFooter;
    }

    @Override
    public void footer(Footer shown) {
        footer = shown.fit(columns, String::length).text();
    }

    @Override
    public void ring() {
        rings++;
    }

    @Override
    public int height() {
        return 24;
    }

    @Override
    public void ask(Command command, Consumer<Event.Answer> answered) {
        questions.add(new Question(command, answered));
    }

    @Override
    public void quit(Optional<String> reason) {
        quit = Optional.of(reason);
    }

    Script type(String line) {
        conversation.typed(line);
        return this;
    }

    Script hear(Event... events) {
        List.of(events).forEach(conversation::heard);
        return this;
    }

    /** The next thing that the server was asked is this. */
    Script asked(Command command) {
        assertThat(questions).as("what was asked").isNotEmpty();
        assertThat(questions.element().command()).isEqualTo(command);
        return this;
    }

    Script answer(Event.Answer answer) {
        questions.remove().answered().accept(answer);
        return this;
    }

    Script refuse(Refusal why, String sentence) {
        return answer(new Event.Refused(why, "", sentence));
    }

    Script askedNothing() {
        assertThat(questions).isEmpty();
        return this;
    }

    Script shows(String... lines) {
        assertThat(rows.stream().map(Row::text)).containsExactly(lines);
        rows.clear();
        return this;
    }

    static Event.Said said(String cursor, String from, String text) {
        return new Event.Said("#lobby", new Cursor(cursor), from, text, NOON, false);
    }
}
