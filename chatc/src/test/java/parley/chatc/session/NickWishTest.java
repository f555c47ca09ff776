package parley.chatc.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NickWishTest {

    @ParameterizedTest
    @CsvSource({"alice, alice", "'Alice Smith', Alice-Smith", "'CORP\\bob', CORP-bob", "bob@host, bob-host",
            "jürgen, jürgen", "'', guest", "'$$$', guest",
            "abcdefghijklmnopqrstuvwxyz0123456789, abcdefghijklmnopqrstuvwxyz01"})
    void a_login_name_becomes_a_nick(String login, String nick) {
        assertThat(NickWish.like(login).nick()).isEqualTo(nick);
    }

    @Test
    void the_next_free_one_has_a_number() {
        assertThat(NickWish.like("alice").inTurn().limit(4)).containsExactly("alice", "alice2", "alice3", "alice4");
    }

    @Test
    void who_names_a_nick_means_it() {
        assertThat(NickWish.exactly("alice").inTurn()).containsExactly("alice");
    }
}
