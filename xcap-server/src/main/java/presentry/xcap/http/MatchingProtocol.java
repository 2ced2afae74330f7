package presentry.xcap.http;

import java.util.List;
import javax.net.ssl.SSLEngine;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.jspecify.annotations.Nullable;

/**
 * ALPN (RFC 7301, section 3.2): the handshake fails of a client that offers only protocols that are not spoken here. One that
 * offers none at all speaks the default protocol.
 */
final class MatchingProtocol extends ALPNServerConnectionFactory {

    @Override
    protected AbstractConnection newServerConnection(
            Connector connector,
            EndPoint endPoint,
            SSLEngine engine,
            List<String> protocols,
            @Nullable String defaultProtocol) {
        AbstractConnection connection =
                super.newServerConnection(connector, endPoint, engine, protocols, defaultProtocol);
        var choice = engine.getHandshakeApplicationProtocolSelector();
        engine.setHandshakeApplicationProtocolSelector((handshaking, offered) -> {
            String chosen = choice.apply(handshaking, offered);
            return offered.contains(chosen) ? chosen : null; // null ends the handshake
        });
        return connection;
    }
}
