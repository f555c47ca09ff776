package parley.chatd.core;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.chatd.core.Chat.assertRefused;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.protocol.Command;
import parley.protocol.Event;
import parley.protocol.Event.Done;
import parley.protocol.Refusal;
import parley.protocol.Role;

class RoomNameTest {

    private final Chat chat = new Chat();
    private final Person alice = chat.connect("alice");

    @ParameterizedTest
    @ValueSource(strings = {"#a", "#Tea", "##tea", "#tea-room_2.0", "#茶", "#tea&more",
            "#a~b|c^d{e}"})
    void theseAreRooms(String name) {
        assertThat(alice.joins(name)).isEqualTo(Done.in(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#", "tea", "&tea", "#a b", "#a,b", "#a:b", "#a*", "#\u0007", "#🍵", "＃tea", "#a，b",
            "#a\n"})
    void theseAreNot(String name) {
        assertRefused(alice.joins(name), Refusal.ROOM_INVALID);
    }

    @Test
    void aNameHasAtMost64CharactersItsSignIncluded() {
        String longest = "#" + "ä".repeat(63);

        assertThat(alice.joins(longest)).isEqualTo(Done.in(longest));
        assertRefused(alice.joins(longest + "ä"), Refusal.ROOM_INVALID);
    }

    @ParameterizedTest
    @CsvSource({"#Tea, #tea", "#ＴＥＡ, #tea", "#zoe\u0308, #ZOË"})
    void namesThatFoldToTheSameAreTheSameRoom(String one, String other) {
        Person bob = chat.connect("bob", one);

        assertThat(alice.joins(other)).as("the room's own name").isEqualTo(Done.in(one));
        assertThat(bob.news()).containsExactly(new Event.Joined(one, "alice"));
        assertThat(alice.says(other, "hi")).isInstanceOfSatisfying(Done.class,
                done -> assertThat(done.room()).isEqualTo(one));
        assertThat(bob.news()).singleElement().extracting(said -> ((Event.Said) said).room()).isEqualTo(one);
        assertThat(alice.does(new Command.Who(other)))
                .isEqualTo(new Event.Members(one, List.of("bob", "alice"), Map.of("bob", Role.OPERATOR)));
        assertThat(alice.leaves(other, null)).isEqualTo(Done.in(one));
    }

    @Test
    void aRoomThatComesIntoBeingAgainIsCalledWhatItIsCalledThen() {
        alice.joins("#Tea");
        alice.leaves("#Tea", null);

        assertThat(alice.joins("#tea")).isEqualTo(Done.in("#tea"));
    }
}
