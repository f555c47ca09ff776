package parley.chatd.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private final Admission admission = new Admission(bounds(5, 2));
    private final InetAddress here = address("127.0.0.1");
    private final InetAddress there = address("192.0.2.1");
    private final InetAddress elsewhere = address("2001:db8::1");

    @Test
    void turnsAwayWhatIsTooManyFromOneAddressUntilOneLeaves() {
        assertThat(admission.enter(there)).isEmpty();
        assertThat(admission.enter(there)).isEmpty();
        assertThat(admission.enter(there)).contains("too many connections: the server takes 2 from one address");
        assertThat(admission.enter(elsewhere)).isEmpty();
        admission.leave(there);
        assertThat(admission.enter(there)).isEmpty();
    }

    @Test
    void turnsAwayWhatIsTooManyInAllAndCountsThisMachineOnlyThere() {
        for (int i = 0; i < 5; i++) {
            assertThat(admission.enter(here)).isEmpty();
        }
        assertThat(admission.enter(here)).contains("too many connections: the server takes 5");
        admission.leave(here);
        assertThat(admission.enter(elsewhere)).isEmpty();
    }

    @Test
    void goesByOtherBoundsAndLetsStayWhoIsThere() {
        assertThat(admission.enter(there)).isEmpty();
        assertThat(admission.enter(there)).isEmpty();
        admission.reconfigure(bounds(5, 1));
        admission.leave(there);
        assertThat(admission.enter(there)).contains("too many connections: the server takes 1 from one address");
        admission.reconfigure(bounds(2, 3));
        assertThat(admission.enter(there)).isEmpty();
        assertThat(admission.enter(elsewhere)).contains("too many connections: the server takes 2");
    }

    @Test
    void aNetworkOfOneHouseholdIsOneAddress() {
        assertThat(admission.enter(address("2001:db8:1:2::1"))).isEmpty();
        assertThat(admission.enter(address("2001:db8:1:2:3::1"))).isEmpty();
        assertThat(admission.enter(address("2001:db8:1:2:ffff::1")))
                .contains("too many connections: the server takes 2 from one address");
        assertThat(admission.enter(address("2001:db8:1:3::1"))).isEmpty();
    }

    private static Bounds bounds(int connections, int perAddress) {
        return new Bounds(1, 1, connections, perAddress, Bounds.DEFAULT.exempt());
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
