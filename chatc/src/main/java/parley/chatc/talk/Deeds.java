package parley.chatc.talk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import parley.chatc.text.Pieces;
import parley.chatc.text.SafeText;
import parley.protocol.Command;
import parley.protocol.Event;
import parley.protocol.Event.Done;
import parley.protocol.Event.Members;
import parley.protocol.Event.Refused;
import parley.protocol.Event.RoomInfo;
import parley.protocol.Event.RoomList;

/** What a person can have done: asks the server, and shows what comes of it. A refusal is shown as it came. */
record Deeds(Stage stage, Hearing hearing, Asking asking) {

    /** How many messages of a room's history are shown to who comes in. */
    static final int HISTORY = 20;
    /** From how many members on they are counted to who comes in, not named. */
    private static final int CROWD = 12;

    private void ask(Command command, Consumer<Event.Answer> done) {
        asking.ask(command, answer -> {
            if (answer instanceof Refused refused) {
                stage.alert(refused.text());
            } else {
                done.accept(answer);
            }
        });
    }

    /** Says a text in the current room, a message a line. */
    void say(String text) {
        inRoom(seat -> messages(text).forEach(message -> {
            if (!stage.isConnected()) {
                stage.note("waits for the connection: " + message);
            }
            ask(new Command.Say(seat.room(), message), answer -> {
                // The echo shows it, in its place among what others say.
            });
        }));
    }

    void tell(String nick, String text) {
        messages(text).forEach(message -> ask(new Command.Tell(nick, message),
                answer -> stage.told(stage.now(), stage.whereabouts().nick(), nick, message)));
    }

    /** What was pasted may have several lines, and a line more than one message holds. */
    private static Stream<String> messages(String text) {
        return Arrays.stream(text.split("\r\n|\r|\n")).flatMap(line -> Pieces.of(line).stream());
    }

    private void inRoom(Consumer<Seat> next) {
        Optional<Seat> current = stage.whereabouts().current();
        if (current.isEmpty()) {
            stage.alert("you are in no room; /join one first");
        }
        current.ifPresent(next);
    }

    void join(String room) {
        ask(new Command.Join(room),
                answer -> turnTo(answer instanceof Done it && it.room() != null ? it.room() : room));
    }

    /** Turns to a room in which there is a seat by now, and looks around there if that is new. */
    void turnTo(String room) {
        Seat seat = stage.whereabouts().take(room);
        stage.whereabouts().turnTo(seat);
        stage.refresh();
        lookAround(seat);
    }

    /** Asks for what was said in a room before, and for who is there. */
    void lookAround(Seat seat) {
        if (!seat.enter()) {
            return;
        }
        asking.ask(new Command.Recall(seat.room(), null, null, HISTORY),
                answer -> seat.release().forEach(hearing::heard));
        ask(new Command.Who(seat.room()), answer -> {
            if (answer instanceof Members members) {
                seat.setNicks(members.nicks());
                stage.refresh();
                stage.note(presence(members));
            }
        });
    }

    /** Asks who is in a room, where people may have come and gone unseen. */
    void lookAgain(Seat seat) {
        ask(new Command.Who(seat.room()), answer -> {
            if (answer instanceof Members members) {
                seat.setNicks(members.nicks());
                stage.refresh();
            }
        });
    }

    private static String presence(Members members) {
        int count = members.nicks().size();
        return "in " + members.room() + ": "
                + (count > CROWD ? count + " people; /who names them" : String.join(", ", members.nicks()));
    }

    void leave(Optional<String> room, Optional<String> why) {
        Optional<String> which = room.or(() -> stage.whereabouts().current().map(Seat::room));
        which.ifPresentOrElse(name -> ask(new Command.Leave(name, why.orElse(null)), answer -> {
            String left = answer instanceof Done it && it.room() != null ? it.room() : name;
            stage.whereabouts().giveUp(left);
            stage.quiet("you left " + left);
            stage.refresh();
        }), () -> stage.alert("you are in no room"));
    }

    void rename(String nick) {
        ask(new Command.Rename(nick), answer -> {
            String old = stage.whereabouts().nick();
            if (!old.equals(nick)) { // otherwise a room has told of it already
                hearing.renamed(new Event.Renamed(old, nick));
            }
        });
    }

    void showTopic() {
        inRoom(seat -> stage.answer(List.of(seat.topic().isEmpty()
                ? seat.room() + " has no topic; /topic TEXT sets one"
                : "topic of " + seat.room() + ": " + seat.topic())));
    }

    void setTopic(String text) {
        inRoom(seat -> ask(new Command.SetTopic(seat.room(), text), answer -> {
            // The echo shows it.
        }));
    }

    void who(Optional<String> room) {
        Optional<String> which = room.or(() -> stage.whereabouts().current().map(Seat::room));
        which.ifPresentOrElse(name -> ask(new Command.Who(name), answer -> {
            if (answer instanceof Members members) {
                stage.whereabouts().seat(members.room()).ifPresent(seat -> seat.setNicks(members.nicks()));
                stage.refresh();
                stage.answer(List.of(members.nicks().size() + " in " + members.room() + ": "
                        + String.join(", ", members.nicks())));
            }
        }), () -> stage.alert("you are in no room; /who ROOM asks about another"));
    }

    void rooms() {
        ask(new Command.Rooms(), answer -> {
            if (answer instanceof RoomList list) {
                stage.whereabouts().heardOf(list.rooms().stream().map(RoomInfo::name).toList());
                stage.refresh();
                stage.answer(list.rooms().stream().map(Deeds::line).toList());
            }
        });
    }

    private static String line(RoomInfo room) {
        String topic = room.topic().isEmpty() ? "" : ": " + room.topic();
        return SafeText.line(room.name() + " (" + room.members() + ")" + topic);
    }

    void history(int count) {
        inRoom(seat -> {
            stage.note("— the last " + count + " messages in " + seat.room() + " —");
            ask(new Command.Recall(seat.room(), null, null, count), answer -> stage.note("— end of the history —"));
        });
    }

    void quit(Optional<String> why) {
        asking.quit(why);
    }

    void help(List<SlashCommand> commands) {
        List<String> lines = new ArrayList<>();
        commands.forEach(command -> lines.add("%-20s %s".formatted(command.usage(), command.help())));
        lines.add("%-20s %s".formatted("//text", "sends a text that begins with a slash"));
        lines.add("Tab completes, ↑ brings back what you typed, Ctrl-D leaves.");
        stage.answer(lines);
    }

    /** What cannot be done as it was typed. */
    void complain(String sentence) {
        stage.alert(sentence);
    }
}
