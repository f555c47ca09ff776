package parley.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @ParameterizedTest
    @CsvSource({"chat.example.org:7000, chat.example.org, 7000", "localhost, localhost, 7667",
            "127.0.0.1:0, 127.0.0.1, 0",
            "a:65535, a, 65535", "[::1]:7000, ::1, 7000", "[fe80::1%eth0], fe80::1%eth0, 7667"})
    void anAddressIsAHostAndPerhapsAPort(String text, String host, int port) {
        assertThat(Address.parse(text)).isEqualTo(new Address(host, port));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:7667", "127.0.0.1:1", "[::1]:7000"})
    void anAddressIsShownAsItIsWritten(String text) {
        assertThat(Address.parse(text)).hasToString(text);
    }

    @Test
    void withoutAPortTheUsualOneIsMeant() {
        assertThat(Address.parse("localhost")).hasToString("localhost:7667");
        assertThat(Address.DEFAULT).hasToString("127.0.0.1:7667");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``              | "" is not a host name or address
            ` `             | " " is not a host name or address
            :7667           | "" is not a host name or address
            `a b:1`         | "a b" is not a host name or address
            []:1            | "" is not a host name or address
            a:              | "" in "a:" is not a port: an address is written HOST:PORT
            a:http          | "http" in "a:http" is not a port: an address is written HOST:PORT
            a:99999999999   | "99999999999" in "a:99999999999" is not a port: an address is written HOST:PORT
            a:-1            | port -1 is not between 0 and 65535
            a:65536         | port 65536 is not between 0 and 65535
            ::1             | "::1" has several colons: an IPv6 address is written [ADDRESS]:PORT
            a:1:2           | "a:1:2" has several colons: an IPv6 address is written [ADDRESS]:PORT
            [::1            | "[::1" lacks the closing ]
            [::1]7667       | "[::1]7667" is not of the form [ADDRESS]:PORT
            [::1]:x         | "x" in "[::1]:x" is not a port: an address is written HOST:PORT
            """)
    void whatIsNoAddressIsRefusedWithASentence(String text, String sentence) {
        assertThatIllegalArgumentException().isThrownBy(() -> Address.parse(text)).withMessage(sentence);
    }
}
