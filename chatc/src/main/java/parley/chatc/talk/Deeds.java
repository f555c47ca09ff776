package parley.chatc.talk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
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
import parley.protocol.Password;
import parley.protocol.Refusal;
import parley.protocol.Role;

/** What a person can have done: asks the server, and shows what comes of it. A refusal is shown as it came. */
record Deeds(Stage stage, Hearing hearing, Asking asking, Pasteboard pasteboard) {

    /** How many messages of a room's history are shown to who comes in. */
    static final int HISTORY = 20;
    /** How many messages a search shows at the most. */
    private static final int SEARCHED = 50;
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

    /** Says a text in the current room. */
    void say(String text) {
        inRoom(seat -> pasteboard.offer(text, message -> say(seat.room(), message)));
    }

    private void say(String room, String message) {
        for (String piece : Pieces.of(message)) {
            if (!stage.isConnected()) {
                stage.note("waits for the connection: " + piece);
            }
            ask(new Command.Say(room, piece), answer -> {
                // The echo shows it, in its place among what others say.
            });
        }
    }

    void tell(String nick, String text) {
        pasteboard.offer(text, message -> Pieces.of(message).forEach(piece -> ask(new Command.Tell(nick, piece),
                answer -> stage.told(stage.now(), stage.whereabouts().nick(), nick, piece))));
    }

    private void inRoom(Consumer<Seat> next) {
        Optional<Seat> current = stage.whereabouts().current();
        if (current.isEmpty()) {
            stage.alert("you are in no room; /join one first");
        }
        current.ifPresent(next);
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

    /** Turns to a room of that number or name. */
    void turnTo(String numberOrName) {
        stage.whereabouts().find(numberOrName).ifPresentOrElse(stage::turnTo,
                () -> stage.alert("you are in no room " + numberOrName + "; /join ROOM comes into another"));
    }

    /** Turns to the next room, or the one before. */
    void turnBy(int step) {
        stage.whereabouts().beside(step).ifPresent(stage::turnTo);
    }

    /** Turns to a room where something happened. */
    void turnToNews() {
        stage.whereabouts().news().ifPresentOrElse(stage::turnTo, () -> stage.note("nothing new in any room"));
    }

    void listSeats() {
        int number = 1;
        List<String> lines = new ArrayList<>();
        for (Seat seat : stage.whereabouts().seats()) {
            lines.add(number++ + ":" + seat.room() + (seat.unread() == 0 ? "" : ", " + seat.unread() + " unread"));
        }
        stage.answer(lines.isEmpty() ? List.of("you are in no room; /join one") : lines);
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
            stage.giveUp(left, "you left " + left);
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

    void history(int count) {
        inRoom(seat -> lookBack(seat, new Command.Recall(seat.room(), null, null, count),
                found -> "— the last " + found + " messages in " + seat.room() + " —"));
    }

    void search(String words) {
        inRoom(seat -> lookBack(seat, new Command.Search(seat.room(), words, SEARCHED),
                found -> "— " + (found == SEARCHED ? "the last " : "") + found + " messages in " + seat.room()
                        + " that have: " + words + " —"));
    }

    private void lookBack(Seat seat, Command question, IntFunction<String> heading) {
        seat.lookBack();
        asking.ask(question, answer -> {
            List<Event.Said> messages = seat.lookedBack();
            if (answer instanceof Refused refused) {
                stage.alert(refused.text());
            } else {
                stage.note(heading.apply(messages.size()));
                stage.found(messages);
                stage.note("— end —");
            }
        });
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

    /** What only operators can have done. */
    Moderation moderation() {
        return new Moderation(stage, asking);
    }

    void answer(List<String> lines) {
        stage.answer(lines);
    }

    /** What cannot be done as it was typed. */
    void complain(String sentence) {
        stage.alert(sentence);
    }
}
