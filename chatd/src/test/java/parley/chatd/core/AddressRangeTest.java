package parley.chatd.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

    @ParameterizedTest
    @CsvSource({"203.0.113.7, 203.0.113.7, true", "203.0.113.7, 203.0.113.8, false",
            "203.0.113.0/24, 203.0.113.255, true", "203.0.113.0/24, 203.0.114.0, false",
            "203.0.113.0/25, 203.0.113.127, true", "203.0.113.0/25, 203.0.113.128, false", "10.0.0.0/8, 10.9.8.7, true",
            "0.0.0.0/0, 8.8.8.8, true", "0.0.0.0/0, ::1, false", "::/0, ::1, true",
            "2001:db8::/32, 2001:db8:f::1, true",
            "2001:db8::/32, 2001:db9::1, false", "::ffff:203.0.113.7, 203.0.113.7, true",
            "2001:db8::/31, 2001:db9::1, true"})
    void aNetworkHasTheAddressesThatBeginLikeIt(String range, String address, boolean in) {
        assertThat(AddressRange.read(range)).hasValueSatisfying(
                it -> assertThat(it.contains(InetAddress.ofLiteral(address))).isEqualTo(in));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "example.org", "1.2.3.4.5", "1.2.3", "1.2.3.4/33", "1.2.3.4/-1", "1.2.3.4/",
            "1.2.3.4/8/8", "::/129", "/8", "1.2.3.4/ 8"})
    void anythingElseIsNone(String text) {
        assertThat(AddressRange.read(text)).isEmpty();
    }
}
