package parley.chatd.dialect.irc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.chatd.core.View.Member;
import parley.chatd.core.View.Place;
import parley.protocol.Access;
import parley.protocol.Command.Lift;
import parley.protocol.Command.Restrict;
import parley.protocol.Command.SetRole;
import parley.protocol.Command.SetRoom;
import parley.protocol.Event.Restricted;
import parley.protocol.Password;
import parley.protocol.Role;
import parley.protocol.RoomChange;
import parley.protocol.Target;
import parley.protocol.irc.IrcLine;
import parley.protocol.irc.ListMode;
import parley.protocol.irc.Masks;
import parley.protocol.irc.Numeric;

/** What rooms are like, and who may do what in them: MODE of a room. That of a user is {@link UserModes}'. */
final class Modes {

    /** So many changes a line. */
    static final int MOST = 20;

    private static final String WITH_PARAMETER = "ovk";

    private Modes() {
    }

    static void mode(IrcSession client, IrcLine line) {
        String target = line.params().getFirst();
        if (!target.startsWith("#")) {
            client.session().perform(() -> UserModes.mode(client, line));
            return;
        }
        Optional<Place> place = client.view().room(target);
        if (place.isEmpty()) {
            client.session().perform(() -> client.send(Numeric.ERR_NOSUCHCHANNEL, target));
        } else if (line.params().size() == 1) {
            client.session().perform(() -> tell(client, place.get()));
        } else {
            change(client, place.get(), line.params().subList(1, line.params().size()));
        }
    }

    private static void tell(IrcSession client, Place place) {
        List<String> params = new ArrayList<>(List.of(place.name()));
        params.addAll(ModeLetters.state(place.rules(), place.isInside()));
        client.send(List.of(client.numeric(Numeric.RPL_CHANNELMODEIS, params.toArray(String[]::new)),
                client.numeric(Numeric.RPL_CREATIONTIME, place.name(),
                        Long.toString(place.since().getEpochSecond()))));
    }

    /** Takes the letters one by one; those that make the room different are done as one. */
    private static void change(IrcSession client, Place place, List<String> words) {
        List<String> params = new ArrayList<>(words.subList(1, words.size()));
        RoomChange change = RoomChange.NONE;
        for (ModeLetters.Change it : ModeLetters.read(words.getFirst()).stream().limit(MOST).toList()) {
            String param = takesParameter(it) && !params.isEmpty() ? params.removeFirst() : null;
            change = change.then(apply(client, place, it.on(), it.letter(), param));
        }
        if (!change.equals(RoomChange.NONE)) {
            client.ask("MODE", place.name(), new SetRoom(place.name(), change), Reply.NONE);
        }
    }

    private static boolean takesParameter(ModeLetters.Change change) {
        char letter = change.letter();
        return ListMode.of(letter).isPresent() || WITH_PARAMETER.indexOf(letter) >= 0 || (letter == 'l' && change.on());
    }

    /** Does what a letter says, or returns what it changes of the room. */
    private static RoomChange apply(IrcSession client, Place place, boolean on, char letter, @Nullable String param) {
        switch (letter) {
            case 'i' -> {
                return new RoomChange(on ? Access.INVITE_ONLY : Access.OPEN, null, null, null, null, null);
            }
            case 'm' -> {
                return new RoomChange(null, on, null, null, null, null);
            }
            case 't' -> {
                return new RoomChange(null, null, on, null, null, null);
            }
            case 's' -> {
                return new RoomChange(null, null, null, on, null, null);
            }
            case 'k' -> {
                return key(client, place, on, param);
            }
            case 'l' -> {
                return limit(client, place, on, param);
            }
            case 'o' -> role(client, place, on, Role.OPERATOR, letter, param);
            case 'v' -> role(client, place, on, Role.VOICE, letter, param);
            case 'n' -> {
                if (!on) {
                    say(client, client.saying(Numeric.ERR_UNKNOWNMODE,
                            "is always set: who speaks in a room has a seat there", "n"));
                }
            }
            default -> ListMode.of(letter).ifPresentOrElse(list -> restrict(client, place, on, list, param),
                    () -> say(client, client.numeric(Numeric.ERR_UNKNOWNMODE, String.valueOf(letter))));
        }
        return RoomChange.NONE;
    }

    private static void say(IrcSession client, IrcLine line) {
        client.session().perform(() -> client.send(line));
    }

    private static RoomChange key(IrcSession client, Place place, boolean on, @Nullable String key) {
        if (on && (key == null || key.isEmpty() || key.indexOf(',') >= 0 || key.indexOf(' ') >= 0)) {
            say(client, client.saying(Numeric.ERR_INVALIDKEY, "a key is one word without a comma", place.name()));
            return RoomChange.NONE;
        }
        return new RoomChange(null, null, null, null, null, new Password(on ? String.valueOf(key) : ""));
    }

    private static RoomChange limit(IrcSession client, Place place, boolean on, @Nullable String text) {
        if (!on) {
            return new RoomChange(null, null, null, null, 0, null);
        }
        if (text == null || !text.matches("[1-9][0-9]{0,8}")) {
            say(client, client.saying(Numeric.ERR_INVALIDMODEPARAM, "a limit is a number of seats", place.name(), "l",
                    text == null ? "*" : text));
            return RoomChange.NONE;
        }
        return new RoomChange(null, null, null, null, Integer.valueOf(text), null);
    }

    /** A role covers those before it: who is an operator has a voice already, and keeps the rest if that is taken. */
    private static void role(IrcSession client, Place place, boolean on, Role role, char letter,
            @Nullable String nick) {
        if (nick == null) {
            say(client, client.saying(Numeric.ERR_INVALIDMODEPARAM, "is the nick of whom?", place.name(),
                    String.valueOf(letter), "*"));
            return;
        }
        String called = client.view().named(nick).map(it -> it.nick()).orElse(nick);
        Role now = place.members().stream().filter(member -> member.nick().equals(called)).map(Member::role).findFirst()
                .orElse(Role.NONE);
        boolean nothingToDo = on ? now.covers(role) : now != role;
        boolean isThere = place.members().stream().anyMatch(member -> member.nick().equals(called));
        if (!nothingToDo || !isThere) {
            client.ask("MODE", place.name(), new SetRole(place.name(), nick, on ? role : Role.NONE), Reply.NONE);
        }
    }

    private static void restrict(IrcSession client, Place place, boolean on, ListMode mode, @Nullable String mask) {
        if (mask == null || mask.isEmpty()) {
            client.session().perform(() -> list(client, place, mode));
            return;
        }
        Optional<Target> target = Sources.meant(mask);
        if (target.isEmpty()) {
            say(client, client.saying(Numeric.ERR_INVALIDMODEPARAM, "a mask is a nick, *!*@ADDRESS, or $a:ACCOUNT",
                    place.name(), String.valueOf(mode.letter()), mask));
        } else {
            client.ask("MODE", place.name(), on
                    ? new Restrict(mode.kind(), place.name(), target.get(), null, null)
                    : new Lift(mode.kind(), place.name(), target.get()), Reply.NONE);
        }
    }

    /** Where somebody comes from is for operators only. */
    private static void list(IrcSession client, Place place, ListMode mode) {
        boolean operator = place.members().stream()
                .anyMatch(it -> it.nick().equals(client.nick()) && it.role() == Role.OPERATOR);
        List<IrcLine> lines = new ArrayList<>();
        for (Restricted it : client.view().restrictions(place.name())) {
            if (it.kind() == mode.kind() && (operator || !(it.target() instanceof Target.ByAddress))) {
                lines.add(client.numeric(mode.entry(), params(place, mode, entry(it))));
            }
        }
        lines.add(client.numeric(mode.end(), params(place, mode)));
        client.send(lines);
    }

    /** Whom it means; and who set it and when, both or none. */
    private static String[] entry(Restricted restricted) {
        String mask = Masks.write(restricted.target());
        Instant at = restricted.at();
        return at == null
                ? new String[]{mask}
                : new String[]{mask, restricted.from(), Long.toString(at.getEpochSecond())};
    }

    private static String[] params(Place place, ListMode mode, String... more) {
        return Stream.of(Stream.of(place.name()), mode.mark().stream(), Arrays.stream(more)).flatMap(it -> it)
                .toArray(String[]::new);
    }
}
