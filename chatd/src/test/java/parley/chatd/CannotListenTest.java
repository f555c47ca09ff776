package parley.chatd;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.BindException;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.protocol.Address;

/** The advice fits what the system said: what is forbidden is not taken. */
class CannotListenTest {

    private static final Address ADDRESS = new Address("127.0.0.1", 80);

    @ParameterizedTest
    @CsvSource({"Address already in use, --port 0", "Permission denied, below 1024",
            "Cannot assign requested address, 0.0.0.0"})
    void aRefusalComesWithItsOwnAdvice(String refusal, String advice) {
        assertThat(new CannotListen(ADDRESS, new BindException(refusal)))
                .hasMessageStartingWith("cannot listen at 127.0.0.1:80: " + refusal + "; ")
                .hasMessageContaining(advice);
    }

    @Test
    void whereThereIsNoAdviceThereIsNone() {
        assertThat(new CannotListen(ADDRESS, new UnknownHostException("there is no host of that name")))
                .hasMessage("cannot listen at 127.0.0.1:80: there is no host of that name");
    }
}
