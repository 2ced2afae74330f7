package presentry.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.SecureRandom;
import java.util.Set;
import org.junit.jupiter.api.Test;
import presentry.sip.transport.Transport;

/** Where the stack listens, and what it says when it cannot. */
class StartTest {
    private static Started start(String host, int port) {
        return SipStack.start(
                SipSettings.onBoth(host, port, Set.of()),
                new HandTimer(),
                new SecureRandom(),
                Runnable::run,
                incoming -> {});
    }

    @Test
    void onAnyPortUdpAndTcpGetTheSame() {
        try (TestStack server = new TestStack()) {
            assertThat(server.stack.address(Transport.UDP).getPort())
                    .isPositive()
                    .isEqualTo(server.stack.address(Transport.TCP).getPort());
        }
    }

    @Test
    void theContactPlaceIsTheAddressListenedAt() {
        try (TestStack server = new TestStack()) {
            assertThat(server.stack.contactPlace(Transport.UDP))
                    .isEqualTo(
                            "127.0.0.1:" + server.stack.address(Transport.UDP).getPort());
        }
    }

    @Test
    void aTcpPortThatIsTakenIsNamed() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Started started = start("127.0.0.1", other.getLocalPort());

            assertThat(started)
                    .isInstanceOfSatisfying(
                            Started.Refused.class,
                            refused -> assertThat(refused.sentence())
                                    .isEqualTo("SIP cannot listen on TCP 127.0.0.1:" + other.getLocalPort()
                                            + ": Address already in use"));
        }
    }

    @Test
    void aUdpPortThatIsTakenIsNamedAndTheTcpPortGivenBack() throws IOException {
        try (DatagramSocket other = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            Started started = start("127.0.0.1", other.getLocalPort());

            assertThat(started)
                    .isInstanceOfSatisfying(
                            Started.Refused.class,
                            refused ->
                                    assertThat(refused.sentence()).startsWith("SIP cannot listen on UDP 127.0.0.1:"));
            new ServerSocket(other.getLocalPort(), 1, InetAddress.getLoopbackAddress()).close();
        }
    }

    @Test
    void aHostThatIsUnknownIsNamed() {
        assertThat(start("no-such-host.invalid", 0))
                .isEqualTo(new Started.Refused(
                        "SIP cannot listen on TCP no-such-host.invalid:0: the host name is unknown."));
    }

    @Test
    void afterClosingNobodyListens() {
        TestStack server = new TestStack();
        InetSocketAddress address = server.stack.address(Transport.TCP);

        server.close();

        assertThat(canConnect(address)).isFalse();
    }

    private static boolean canConnect(InetSocketAddress address) {
        try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }
}
