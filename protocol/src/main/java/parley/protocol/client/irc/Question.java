package parley.protocol.client.irc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import parley.protocol.Command;
import parley.protocol.Cursor;
import parley.protocol.Event;
import parley.protocol.Request;
import parley.protocol.Role;
import parley.protocol.irc.IrcLine;
import parley.protocol.irc.ListMode;
import parley.protocol.irc.Masks;
import parley.protocol.irc.Numeric;
import parley.protocol.irc.Source;

/** A command that was asked, and what has come to it so far. */
final class Question {

    private final Request request;
    /** The mark that comes back when all has come. */
    private final String mark;
    private Event.@Nullable Refused refused;
    private @Nullable String room;
    private @Nullable Cursor last;
    private int past;
    private final Map<String, Role> members = new LinkedHashMap<>();
    private final List<Event.RoomInfo> rooms = new ArrayList<>();
    private final List<Event.Restricted> restrictions = new ArrayList<>();
    private Event.Person person = new Event.Person("", null, false, List.of(), Instant.EPOCH, false, null);

    Question(Request request, String mark) {
        this.request = request;
        this.mark = mark;
    }

    Request request() {
        return request;
    }

    Command command() {
        return request.command();
    }

    String mark() {
        return mark;
    }

    boolean endsWith(@Nullable String param) {
        return mark.equals(param);
    }

    /** The first refusal counts; those that follow are of the same mistake. */
    void refuse(Event.Refused why) {
        if (refused == null) {
            refused = why;
        }
    }

    /** The room it was done in, as the server spells it. */
    void doneIn(String where) {
        room = where;
    }

    /** A message of the history that was asked for. */
    void recalled(Cursor cursor) {
        last = cursor;
        past++;
    }

    /** Takes a numeric that answers it. */
    void learn(Numeric numeric, IrcLine line, Support support) {
        switch (numeric) {
            case RPL_NAMREPLY -> {
                for (String word : Support.words(last(line))) {
                    Support.Ranked ranked = support.ranked(word);
                    members.put(ranked.nick(), ranked.role());
                }
            }
            case RPL_LIST -> rooms.add(new Event.RoomInfo(param(line, 1), withoutModes(param(line, 3)),
                    (int) number(param(line, 2))));
            case RPL_BANLIST, RPL_EXCEPTLIST, RPL_INVEXLIST, RPL_QUIETLIST ->
                ListMode.shownBy(numeric).ifPresent(list -> learnEntry(list, line));
            case RPL_WHOISUSER, RPL_WHOISOPERATOR, RPL_WHOISIDLE, RPL_WHOISCHANNELS, RPL_WHOISACCOUNT,
                    RPL_WHOISSECURE ->
                learnPerson(numeric, line, support);
            default -> {
                // It answers something else, or says nothing that the answer tells.
            }
        }
    }

    private void learnEntry(ListMode list, IrcLine line) {
        int mask = list.mark().isPresent() ? 3 : 2;
        restrictions.add(new Event.Restricted(list.kind(), param(line, 1), Masks.read(param(line, mask)),
                Source.read(param(line, mask + 1)).name(), null, "", IrcClientDialect.time(line, mask + 2)));
    }

    /** A server may leave out what it should say. */
    private static String param(IrcLine line, int index) {
        return Objects.requireNonNullElse(line.param(index), "");
    }

    private static String last(IrcLine line) {
        return line.params().isEmpty() ? "" : line.params().getLast();
    }

    /** Some servers put a channel's modes before its topic. */
    private static String withoutModes(String topic) {
        return topic.replaceFirst("^\\[\\+\\S*] ?", "");
    }

    private void learnPerson(Numeric numeric, IrcLine line, Support support) {
        Event.Person p = person;
        person = switch (numeric) {
            case RPL_WHOISUSER ->
                person(p, param(line, 1), p.account(), p.operator(), p.rooms(), p.since(), p.secure());
            case RPL_WHOISOPERATOR -> person(p, p.nick(), p.account(), true, p.rooms(), p.since(), p.secure());
            case RPL_WHOISIDLE -> person(p, p.nick(), p.account(), p.operator(), p.rooms(),
                    Instant.ofEpochSecond(number(param(line, 3))), p.secure());
            case RPL_WHOISCHANNELS -> person(p, p.nick(), p.account(), p.operator(), Support.words(last(line)).stream()
                    .map(word -> support.ranked(word).nick()).toList(), p.since(), p.secure());
            case RPL_WHOISACCOUNT ->
                person(p, p.nick(), param(line, 2), p.operator(), p.rooms(), p.since(), p.secure());
            default -> person(p, p.nick(), p.account(), p.operator(), p.rooms(), p.since(), true);
        };
    }

    private static Event.Person person(Event.Person before, String nick, @Nullable String account, boolean operator,
            List<String> rooms, Instant since, boolean secure) {
        return new Event.Person(nick, account, operator, rooms, since, secure, before.address());
    }

    private static long number(String text) {
        return text.matches("1?\\d{1,9}") ? Long.parseLong(text) : 0;
    }

    /** The answer, once all that belongs to it has come. */
    Event.Answer answer() {
        if (refused != null) {
            return refused;
        }
        return switch (command()) {
            case Command.Who it -> new Event.Members(it.room(), List.copyOf(members.keySet()), ranks());
            case Command.Rooms it -> new Event.RoomList(List.copyOf(rooms));
            case Command.Restrictions it -> new Event.Restrictions(it.room(), List.copyOf(restrictions));
            case Command.WhoIs it -> person;
            case Command.Ping it -> new Event.Pong();
            case Command.Recall it -> new Event.Done(it.room(), last, past >= it.limit());
            case Command.Join it -> Event.Done.in(Objects.requireNonNullElse(room, it.room()));
            case Command.Leave it -> Event.Done.in(it.room());
            case Command.Say it -> Event.Done.in(it.room());
            case Command.TellRole it -> Event.Done.in(it.room());
            case Command.SetTopic it -> Event.Done.in(it.room());
            case Command.Invite it -> Event.Done.in(it.room());
            case Command.SetRole it -> Event.Done.in(it.room());
            case Command.SetRoom it -> Event.Done.in(it.room());
            case Command.Kick it -> done(it.room());
            case Command.Restrict it -> done(it.room());
            case Command.Lift it -> done(it.room());
            default -> Event.Done.PLAIN;
        };
    }

    private static Event.Done done(@Nullable String room) {
        return room == null ? Event.Done.PLAIN : Event.Done.in(room);
    }

    private Map<String, Role> ranks() {
        Map<String, Role> ranks = new LinkedHashMap<>(members);
        ranks.values().removeIf(role -> role == Role.NONE);
        return ranks;
    }
}
