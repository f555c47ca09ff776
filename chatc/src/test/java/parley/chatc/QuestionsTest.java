package parley.chatc;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.chatc.Invocation.chatc;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.protocol.Command;

/** {@code chatc who} and {@code chatc rooms}. */
class QuestionsTest {

    private final TestServer server = TestServer.start();
    private Guest bob;

    @BeforeEach
    void comeIn() throws Exception {
        bob = server.guest("bob", "#dev");
        assertThat(bob.ask(new Command.SetTopic("#dev", "a\ttopic"))).isNotNull();
    }

    @AfterEach
    void stop() {
        bob.close();
        server.close();
    }

    @Test
    void who_prints_the_others_one_a_line() throws Exception {
        try (Guest carol = server.guest("carol")) {
            assertThat(chatc("who").at(server).run().hasStatus(0).out()).isEqualTo("bob\ncarol\n");
            assertThat(chatc("who", "dev").at(server).run().hasStatus(0).out()).isEqualTo("bob\n");
            assertThat(chatc("who", "#dev", "--json").at(server).run().hasStatus(0).out())
                    .isEqualTo("{\"on\":\"members\",\"room\":\"#dev\",\"nicks\":[\"bob\"]}\n");
            assertThat(chatc("who", "--room=dev").at(server).run().hasStatus(0).out()).isEqualTo("bob\n");
            carol.ask(new Command.Ping());
        }
    }

    @Test
    void rooms_prints_one_a_line_and_does_not_count_whoever_asks() {
        assertThat(chatc("rooms").at(server).run().hasStatus(0).out()).isEqualTo("#dev\t1\ta topic\n#lobby\t1\t\n");
        assertThat(chatc("rooms", "--json").at(server).run().hasStatus(0).out())
                .startsWith("{\"on\":\"rooms\",\"rooms\":[{\"name\":\"#dev\",\"topic\":\"a\\ttopic\",\"members\":1}");
    }

    @Test
    void a_room_that_is_not_there_is_a_refusal() {
        assertThat(chatc("who", "nowhere").at(server).run().hasStatus(77).err())
                .isEqualTo("chatc: no room called #nowhere is open; ask for rooms to see which are\n");
    }
}
