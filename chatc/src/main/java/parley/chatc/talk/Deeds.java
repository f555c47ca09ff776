package parley.chatc.talk;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import parley.chatc.session.NickWish;
import parley.chatc.text.Pieces;
import parley.chatc.text.SafeText;
import parley.protocol.Command;
import parley.protocol.Event;
import parley.protocol.Event.Done;
import parley.protocol.Event.Members;
import parley.protocol.Event.Refused;
import parley.protocol.Event.RoomInfo;
import parley.protocol.Event.RoomList;
import parley.protocol.Event.TopicSet;
import parley.protocol.Password;
import parley.protocol.Refusal;
import parley.protocol.Role;

/**
 * What a person can have done: asks the server, and shows what comes of it. A refusal is shown as it came.
 *
 * @param everywhere whether moderation is of the whole server
 */
record Deeds(Stage stage, Hearing hearing, Asking asking, Pasteboard pasteboard, boolean everywhere) {

    /** How many messages of a room's history are shown to who comes in. */
    static final int HISTORY = 20;
    /** From how many members on they are counted to who comes in, not named. */
    private static final int CROWD = 12;

    private Questions questions() {
        return new Questions(stage, asking);
    }

    private void ask(Command command, Consumer<Event.Answer> done) {
        questions().ask(command, done);
    }

    /** Turns to another room. */
    Turning turning() {
        return new Turning(stage);
    }

    /** Shows what was said before. */
    LookingBack lookingBack() {
        return new LookingBack(stage, questions());
    }

    /** What only operators can have done. */
    Moderation moderation() {
        return new Moderation(stage, questions(), everywhere);
    }

    /** The same, and moderation is not of the room that is looked at, but of the whole server. */
    Deeds onWholeServer() {
        return new Deeds(stage, hearing, asking, pasteboard, true);
    }

    /** Says a text in the current room. */
    void say(String text) {
        questions().inRoom(seat -> pasteboard.offer(text, message -> say(seat.room(), message)));
    }

    private void say(String room, String message) {
        for (String piece : Pieces.of(message)) {
            if (!stage.isConnected()) {
                stage.note("waits for the connection: " + piece);
            }
            questions().ask(new Command.Say(room, piece));
        }
    }

    void tell(String nick, String text) {
        pasteboard.offer(text, message -> Pieces.of(message).forEach(piece -> ask(new Command.Tell(nick, piece),
                answer -> stage.told(stage.now(), stage.whereabouts().nick(), nick, piece))));
    }

    /** Says a text to the operators of the current room alone; its echo shows it, as with what all are told. */
    void tellOperators(String text) {
        questions().inRoom(seat -> pasteboard.offer(text, message -> Pieces.of(message)
                .forEach(piece -> questions().ask(new Command.TellRole(seat.room(), Role.OPERATOR, piece)))));
    }

    void join(String room, Optional<String> key) {
        ask(new Command.Join(room, key.map(Password::new).orElse(null)),
                answer -> turnToSeat(answer instanceof Done it && it.room() != null ? it.room() : room));
    }

    /** Turns to a room in which there is a seat by now, and looks around there if that is new. */
    private void turnToSeat(String room) {
        Seat seat = stage.whereabouts().take(room);
        stage.turnTo(seat);
        lookAround(seat);
    }

    /** Turns to the first room there is, or to that one. */
    void begin(Optional<String> room) {
        room.ifPresentOrElse(this::turnToSeat, () -> stage.note("you are in no room; /join one"));
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
                if (stage.whereabouts().isCurrent(seat.room())) {
                    stage.note(presence(members));
                }
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

    /** The nicks, with the roles of those who have one. */
    private static String names(Members members) {
        return members.nicks().stream().map(nick -> {
            Role role = members.roles().get(nick);
            return role == null || role == Role.NONE ? nick : nick + " (" + role.wireName() + ")";
        }).collect(Collectors.joining(", "));
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
            if (stage.whereabouts().seat(left).isPresent()) { // otherwise the room has told of it already
                stage.giveUp(left, "you left " + left);
            }
        }), () -> stage.alert("you are in no room"));
    }

    void rename(String nick) {
        asking.ask(new Command.Rename(nick), answer -> {
            String old = stage.whereabouts().nick();
            if (answer instanceof Refused refused) {
                stage.alert(refused.text() + (refused.why() == Refusal.NICK_TAKEN ? next(nick) : ""));
            } else if (!old.equals(nick)) { // otherwise a room has told of it already
                hearing.renamed(new Event.Renamed(old, nick));
            }
        });
    }

    /** The next like it that nobody has whom this client knows of. */
    private String next(String taken) {
        List<String> everyone = stage.known().everyone();
        return NickWish.like(taken).inTurn().skip(1).filter(nick -> !everyone.contains(nick)).findFirst()
                .map(free -> "; /nick " + free + " may be free").orElse("");
    }

    void showTopic() {
        questions().inRoom(seat -> {
            TopicSet topic = seat.topicSet();
            stage.answer(List.of(topic == null
                    ? seat.room() + " has no topic; /topic TEXT sets one"
                    : stage.phrases().topic(topic)));
        });
    }

    void setTopic(String text) {
        questions().inRoom(seat -> questions().ask(new Command.SetTopic(seat.room(), text)));
    }

    void who(Optional<String> room) {
        Optional<String> which = room.or(() -> stage.whereabouts().current().map(Seat::room));
        which.ifPresentOrElse(name -> ask(new Command.Who(name), answer -> {
            if (answer instanceof Members members) {
                stage.whereabouts().seat(members.room()).ifPresent(seat -> seat.setNicks(members.nicks()));
                stage.refresh();
                stage.answer(List.of(members.nicks().size() + " in " + members.room() + ": " + names(members)));
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

    void bell(Optional<String> wanted) {
        wanted.ifPresent(word -> stage.setBell(word.equals("on")));
        stage.answer(List.of("the bell is " + (stage.hasBell() ? "on" : "off")));
    }

    void quit(Optional<String> why) {
        asking.quit(why);
    }

    void whoIs(String nick) {
        ask(new Command.WhoIs(nick), answer -> {
            if (answer instanceof Event.Person person) {
                stage.answer(stage.phrases().person(person));
            }
        });
    }

    void answer(List<String> lines) {
        stage.answer(lines);
    }

    /** What cannot be done as it was typed. */
    void complain(String sentence) {
        stage.alert(sentence);
    }
}
