package parley.scenarios.recording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RacesTest {

    private final Races races = new Races();

    @Test
    void who_acts_without_having_been_told_of_the_others_act_races_with_them() {
        races.acts("alice", 1);
        assertThat(races.with("alice")).isEmpty();
        races.acts("bob", 2);
        assertThat(races.with("bob")).containsExactly("alice");
        assertThat(races.with("alice")).containsExactly("bob");
    }

    @Test
    void who_was_told_comes_after_until_the_other_acts_again() {
        races.acts("alice", 1);
        races.tells("bob", "alice", 2);
        races.acts("bob", 3);
        assertThat(races.with("bob")).isEmpty();
        assertThat(races.with("alice")).isEmpty();
        races.acts("alice", 4);
        assertThat(races.with("alice")).containsExactly("bob");
        races.tells("alice", "bob", 5);
        races.acts("alice", 6);
        assertThat(races.with("alice")).isEmpty();
        assertThat(races.with("bob")).isEmpty();
    }

    /** Being told of an earlier act is not being told of the last one. */
    @Test
    void only_the_last_act_counts() {
        races.acts("alice", 1);
        races.tells("bob", "alice", 2);
        races.acts("alice", 3);
        races.acts("bob", 4);
        assertThat(races.with("bob")).containsExactly("alice");
    }

    @Test
    void nobody_races_with_who_acted_long_ago() {
        races.acts("alice", 1);
        for (int i = 1; i <= 16; i++) {
            races.acts("n" + i, i + 1);
        }
        races.acts("last", 20);
        assertThat(races.with("last")).hasSize(16).doesNotContain("alice", "last").contains("n1");
    }

    /** Acting again keeps one among the last. */
    @Test
    void the_last_to_act_are_known_and_not_the_first_to_come() {
        races.acts("alice", 1);
        for (int i = 1; i <= 15; i++) {
            races.acts("n" + i, i + 1);
        }
        races.acts("alice", 17);
        races.acts("more", 18);
        races.acts("last", 19);
        assertThat(races.with("last")).contains("alice").doesNotContain("n1");
    }
}
