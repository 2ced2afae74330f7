package presentry.launch.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SipTargetsTest {
    private static final SipTargets USUAL = new SipTargets(List.of(), List.of());

    @ParameterizedTest
    @CsvSource({"127.0.0.1,true", "127.9.9.9,true", "::1,true", "192.0.2.1,false", "169.254.169.254,false"})
    void aServerOnLoopbackAddressesReachesNothingElse(String address, boolean reached) throws Exception {
        boolean answer =
                USUAL.reachable(Stream.of("127.0.0.1", "localhost", "::1")).test(InetAddress.getByName(address));

        assertThat(answer).isEqualTo(reached);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "0.0.0.0",
                "169.254.169.254",
                "224.0.1.75",
                "255.255.255.255",
                "100.100.100.200",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::127.0.0.1",
                "fe80::1",
                "ff02::1",
                "fd00:ec2::254"
            })
    void aServerThatOthersReachDoesNotSendToInternalAddresses(String address) throws Exception {
        boolean answer = USUAL.reachable(Stream.of("0.0.0.0", "127.0.0.1")).test(InetAddress.getByName(address));

        assertThat(answer).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.1,true", "10.0.0.2,false", "192.0.2.1,true", "127.0.0.1,true"})
    void whatIsAllowedIsAnExceptionToWhatIsDenied(String address, boolean reached) throws Exception {
        SipTargets targets = new SipTargets(ranges("10.0.0.1"), ranges("10.0.0.0/8"));

        boolean answer = targets.reachable(Stream.of("127.0.0.1")).test(InetAddress.getByName(address));

        assertThat(answer).isEqualTo(reached);
    }

    private static List<AddressRange> ranges(String text) {
        return AddressRange.parse(text).stream().toList();
    }
}
