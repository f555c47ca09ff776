package parley.chatc.talk;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.protocol.Access;
import parley.protocol.Command;
import parley.protocol.Event;
import parley.protocol.Password;
import parley.protocol.Restriction;
import parley.protocol.Role;
import parley.protocol.RoomChange;
import parley.protocol.Target;
import parley.protocol.WireName;
import parley.protocol.text.TimeSpan;

/**
 * What an operator can have done in the room that is looked at, or on the whole server. The events that follow show what
 * came of it.
 */
record Moderation(Stage stage, Questions questions, boolean everywhere) {

    private static final String ACCOUNT = "account:";
    private static final String ADDRESS = "address:";

    private void inRoom(Consumer<String> next) {
        questions.inRoom(seat -> next.accept(seat.room()));
    }

    /** In the room that is looked at; without one, where it is about the whole server. */
    private void somewhere(Consumer<@Nullable String> next) {
        if (everywhere) {
            next.accept(null);
        } else {
            inRoom(next);
        }
    }

    private void ask(Command command) {
        questions.ask(command);
    }

    void invite(String nick) {
        inRoom(room -> questions.ask(new Command.Invite(room, nick),
                answer -> stage.quiet(room, "you invited " + nick + " to " + room)));
    }

    void kick(String nick, Optional<String> why) {
        somewhere(room -> ask(new Command.Kick(room, nick, why.orElse(null))));
    }

    /**
     * Bans or mutes, or makes an exception.
     *
     * @param words whom; perhaps for how long, and perhaps why
     */
    void restrict(Restriction kind, List<String> words) {
        Optional<Duration> length = words.stream().skip(1).findFirst().flatMap(TimeSpan::read);
        String why = String.join(" ", words.subList(length.isPresent() ? 2 : 1, words.size()));
        somewhere(room -> ask(new Command.Restrict(kind, room, target(words.getFirst()), length.orElse(null),
                why.isEmpty() ? null : why)));
    }

    void lift(Restriction kind, String whom) {
        somewhere(room -> ask(new Command.Lift(kind, room, target(whom))));
    }

    void restrictions() {
        somewhere(room -> questions.ask(new Command.Restrictions(room), answer -> {
            if (answer instanceof Event.Restrictions restrictions) {
                stage.answer(restrictions.list().isEmpty()
                        ? List.of("nobody is banned from " + Objects.requireNonNullElse(room, "the server")
                                + " or muted there")
                        : restrictions.list().stream().map(it -> stage.phrases().moderated().sentence(it)).toList());
            }
        }));
    }

    void role(String nick, String name) {
        WireName.read(Role.class, name).ifPresentOrElse(
                role -> inRoom(room -> ask(new Command.SetRole(room, nick, role))),
                () -> stage.alert("\"" + name + "\" is no role: " + WireName.choices(Role.class)));
    }

    /** Changes the room. */
    void set(String what, String value) {
        change(what, value).ifPresentOrElse(change -> inRoom(room -> ask(new Command.SetRoom(room, change))),
                () -> stage.alert("/set takes access " + WireName.choices(Access.class)
                        + ", moderated, topic-locked or hidden on or off, limit and a number or off, key and a word or"
                        + " off"));
    }

    private static Optional<RoomChange> change(String what, String value) {
        return switch (what) {
            case "access" -> WireName.read(Access.class, value).map(access -> with(access, null, null, null));
            case "moderated" -> flag(value).map(on -> with(null, on, null, null));
            case "topic-locked" -> flag(value).map(on -> with(null, null, on, null));
            case "hidden" -> flag(value).map(on -> with(null, null, null, on));
            case "limit" -> number(value).map(limit -> new RoomChange(null, null, null, null, limit, null));
            case "key" -> Optional.of(new RoomChange(null, null, null, null, null,
                    new Password(value.equals("off") ? "" : value)));
            default -> Optional.empty();
        };
    }

    private static RoomChange with(@Nullable Access access, @Nullable Boolean moderated, @Nullable Boolean topicLocked,
            @Nullable Boolean hidden) {
        return new RoomChange(access, moderated, topicLocked, hidden, null, null);
    }

    private static Optional<Boolean> flag(String value) {
        return switch (value) {
            case "on" -> Optional.of(true);
            case "off" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<Integer> number(String value) {
        if (value.equals("off")) {
            return Optional.of(0);
        }
        return value.matches("\\d{1,6}") ? Optional.of(Integer.valueOf(value)) : Optional.empty();
    }

    private static Target target(String whom) {
        if (whom.startsWith(ACCOUNT)) {
            return new Target.ByAccount(whom.substring(ACCOUNT.length()));
        }
        return whom.startsWith(ADDRESS)
                ? new Target.ByAddress(whom.substring(ADDRESS.length()))
                : new Target.ByNick(whom);
    }
}
