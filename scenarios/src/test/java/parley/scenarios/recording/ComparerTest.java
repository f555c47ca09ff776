package parley.scenarios.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.protocol.recording.Marks;

class ComparerTest {

    private static final Marks BUILD = new Marks(List.of(), Map.of("text", "build {number}"), "");
    private final Comparer comparer = new Comparer(Map.of());

    private static Message said(String... fields) {
        Map<String, Field> all = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            all.put(fields[i], Field.fixed(fields[i + 1]));
        }
        return new Message("on said", "#a", false, all);
    }

    private boolean compare(Marks marks, Message got) {
        return comparer.compare("c1", said("text", "recorded"), marks, got).isEmpty();
    }

    @Test
    void what_a_pattern_has_captured_is_the_same_wherever_it_comes_again() {
        assertThat(compare(BUILD, said("text", "build 41"))).isTrue();
        assertThat(compare(BUILD, said("text", "build 42"))).isFalse();
        assertThat(compare(BUILD, said("text", "build 41"))).isTrue();
    }

    @Test
    void two_fields_of_a_line_have_their_captures_in_common() {
        Marks both = new Marks(List.of(), Map.of("from", "{who}", "text", "I am {who}"), "");
        Message recorded = said("from", "x", "text", "x");
        assertThat(comparer.compare("c1", recorded, both, said("from", "al", "text", "I am bob"))).isPresent();
        assertThat(comparer.compare("c1", recorded, both, said("from", "al", "text", "I am al"))).isEmpty();
    }

    @Test
    void what_differs_or_is_only_looked_at_captures_nothing() {
        Marks both = new Marks(List.of(), Map.of("text", "build {number}", "to", "al"), "");
        assertThat(comparer.compare("c1", said("text", "x", "to", "x"), both, said("text", "build 1", "to", "bob")))
                .isPresent();
        assertThat(comparer.difference("c1", said("text", "x"), BUILD, said("text", "build 2"))).isEmpty();
        assertThat(compare(BUILD, said("text", "build 3"))).isTrue();
    }

    /** A secret that is there may be any if the environment does not have it, but what stands around it must be. */
    @Test
    void a_secret_is_what_the_environment_says() {
        Marks secret = Marks.secrets(List.of("CHAT_KEY"));
        Message recorded = said("text", "a ${CHAT_KEY} b ${OTHER}");
        Comparer knows = new Comparer(Map.of("CHAT_KEY", "k.y"));
        assertThat(knows.compare("c1", recorded, secret, said("text", "a k.y b ${OTHER}"))).isEmpty();
        assertThat(knows.compare("c1", recorded, secret, said("text", "a key b ${OTHER}"))).isPresent();
        assertThat(comparer.compare("c1", recorded, secret, said("text", "a key b ${OTHER}"))).isEmpty();
        assertThat(comparer.compare("c1", recorded, secret, said("text", "a key c ${OTHER}"))).isPresent();
    }
}
