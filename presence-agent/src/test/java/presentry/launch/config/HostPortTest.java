package presentry.launch.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a place to listen at is written. */
class HostPortTest {
    @Test
    void anIpv6AddressStandsInBrackets() {
        assertThat(HostPort.parse("[::1]:5065")).contains(new HostPort("::1", 5065));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:0", "127.0.0.1:65535", "[2001:db8::1]:5060"})
    void whatIsWrittenIsReadBack(String text) {
        assertThat(HostPort.parse(text)).map(HostPort::toString).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5065", "localhost", ":5065", "::1:5065", "localhost:65536", "localhost:-1", "a b:1"})
    void anythingElseIsNone(String text) {
        assertThat(HostPort.parse(text)).isEmpty();
    }
}
