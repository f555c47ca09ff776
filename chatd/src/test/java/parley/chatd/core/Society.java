package parley.chatd.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import parley.chatd.core.Settings.StandingRoom;
import parley.chatd.engine.MemoryEngine;
import parley.protocol.Access;
import parley.protocol.Command.Hello;
import parley.protocol.Event.Welcomed;
import parley.protocol.Password;
import parley.protocol.Role;
import parley.protocol.RoomChange;

/**
 * A chat with accounts, whose passwords are their names backwards, and rooms of several kinds, for tests of who may do
 * what.
 */
final class Society {

    static final String ROOT = "root";
    static final String ALICE = "alice";
    static final String FINGERPRINT = "ab".repeat(32);

    private Society() {
    }

    static Settings settings() {
        return settings(Pace.DEFAULT);
    }

    static Settings settings(Pace pace) {
        return new Settings("chatd test", "", rooms(), accounts(account(ROOT, true), account(ALICE, false),
                account("carol", false)),
                new Settings.Limits(32, 100, 5, 10, 3, Chat.LIMITS.hello(), Chat.LIMITS.idle(), pace));
    }

    private static List<StandingRoom> rooms() {
        return List.of(StandingRoom.open(Chat.room("#lobby")),
                room("#staff", access(Access.MEMBERS_ONLY), Map.of("carol", Role.MEMBER, ALICE, Role.OPERATOR)),
                room("#quiet", new RoomChange(null, true, true, null, null, null), Map.of("carol", Role.VOICE)),
                room("#vault", new RoomChange(null, null, null, true, 2, new Password("sesame")), Map.of()));
    }

    static RoomChange access(Access access) {
        return new RoomChange(access, null, null, null, null, null);
    }

    private static StandingRoom room(String name, RoomChange rules, Map<String, Role> roles) {
        return new StandingRoom(Chat.room(name), false, "", rules, roles);
    }

    private static Map<String, Account> accounts(Account... accounts) {
        return Arrays.stream(accounts).collect(Collectors.toMap(it -> it.nick().key(), Function.identity()));
    }

    static Account account(String name, boolean operator) {
        Nick nick = ((Nick.Valid) Nick.read(name, 32)).nick();
        return new Account(nick, password -> password.equals(password(name)), operator, Set.of(FINGERPRINT + name));
    }

    static Password password(String name) {
        return new Password(new StringBuilder(name).reverse().toString());
    }

    static Chat chat() {
        return new Chat(settings(), new MemoryEngine(1000));
    }

    static Hello login(String name) {
        return new Hello(name, password(name), false, Map.of());
    }

    /** Somebody who has logged in; what happened until then is no news. */
    static Person logIn(Chat chat, String name) {
        Person person = chat.open();
        assertThat(person.does(login(name))).isInstanceOfSatisfying(Welcomed.class,
                welcomed -> assertThat(welcomed.account()).isEqualTo(name));
        person.news();
        return person;
    }
}
