package parley.scenarios.recording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BindingsTest {

    private static final int MOST = 20_000;

    private final Bindings bindings = new Bindings();

    private static Field ref(String value) {
        return Field.mark(value, Field.REF, true);
    }

    private static Field cursor(String value) {
        return Field.mark(value, "cursor", true);
    }

    @Test
    void each_client_has_refs_of_its_own() {
        bindings.bind("c1", ref("1"), "a");
        assertThat(bindings.live("c1", ref("1"))).isEqualTo("a");
        assertThat(bindings.live("c2", ref("1"))).isNull();
        assertThat(bindings.recorded("c2", ref("a"))).isEqualTo("a");
        assertThat(bindings.agrees("c2", ref("1"), "b")).isTrue();
        assertThat(bindings.agrees("c2", ref("2"), "a")).isTrue();
        assertThat(bindings.agrees("c1", ref("1"), "b")).isFalse();
        assertThat(bindings.agrees("c1", ref("2"), "a")).isFalse();
    }

    @Test
    void all_other_marks_are_the_same_for_everybody() {
        bindings.bind("c1", cursor("5"), "105");
        assertThat(bindings.live("c2", cursor("5"))).isEqualTo("105");
        assertThat(bindings.recorded("c2", cursor("105"))).isEqualTo("5");
        assertThat(bindings.agrees("c2", cursor("5"), "106")).isFalse();
        assertThat(bindings.agrees("c2", cursor("6"), "105")).isFalse();
        assertThat(bindings.live("c1", Field.mark("5", "msgid", true))).isNull();
    }

    /** What may not come up for the first time where it stands has to be as it was recorded. */
    @Test
    void a_mark_that_is_new_where_none_can_be_is_the_one_that_was_recorded() {
        assertThat(bindings.agrees("c1", Field.mark("5", "cursor", false), "6")).isFalse();
        assertThat(bindings.agrees("c1", Field.mark("5", "cursor", false), "5")).isTrue();
    }

    @Test
    void the_last_of_a_kind_are_known() {
        for (int i = 0; i <= MOST; i++) {
            bindings.bind("c1", cursor("r" + i), "l" + i);
        }
        assertThat(bindings.live("c1", cursor("r0"))).isNull();
        assertThat(bindings.recorded("c1", cursor("l0"))).isEqualTo("l0");
        assertThat(bindings.live("c1", cursor("r1"))).isEqualTo("l1");
        assertThat(bindings.recorded("c1", cursor("l" + MOST))).isEqualTo("r" + MOST);
    }

    @Test
    void texts_have_the_nicks_of_this_run_and_no_other_marks() {
        bindings.bind("c1", Field.nick("bob", true), "zoe");
        bindings.bind("c1", cursor("hello"), "7");
        assertThat(bindings.text("hello bob, bobby")).isEqualTo("hello zoe, bobby");
    }
}
