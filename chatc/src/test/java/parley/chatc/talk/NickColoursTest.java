package parley.chatc.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NickColoursTest {

    @Test
    void a_nick_has_the_same_colour_always_and_however_it_is_spelt() {
        assertThat(NickColours.of("alice")).isEqualTo(new Look.OfNick(98)).isEqualTo(NickColours.of("ALICE"));
    }

    @Test
    void nicks_are_spread_over_many_colours() {
        assertThat(IntStream.range(0, 500).mapToObj(i -> NickColours.of("user" + i)).distinct()).hasSize(16);
        assertThat(IntStream.rangeClosed('a', 'z').mapToObj(c -> NickColours.of("" + (char) c)).distinct())
                .hasSizeGreaterThan(10);
    }

    @Test
    void no_colour_is_of_the_first_sixteen_which_people_choose_themselves() {
        assertThat(IntStream.range(0, 500).map(i -> NickColours.of("user" + i).colour()))
                .allMatch(c -> c >= 16 && c < 232);
    }
}
