package presentry.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/**
 * The measure for a GET: the same HTTP server as Presentry's, with a handler that answers each request with the same
 * document and its ETag.
 */
final class BareHttp {
    private BareHttp() {}

    /** Listens on a free port of the loopback interface and says which. */
    public static void main(String[] arguments) throws Exception {
        byte[] document = Documents.longRules(1).getBytes(StandardCharsets.UTF_8);
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract.NonBlocking() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/auth-policy+xml");
                response.getHeaders().put(HttpHeader.ETAG, "\"0123456789abcdef\"");
                response.getHeaders().put(HttpHeader.CONTENT_LENGTH, document.length);
                response.write(true, ByteBuffer.wrap(document), callback);
                return true;
            }
        });
        server.start();
        System.out.println("ready http=127.0.0.1:" + connector.getLocalPort());
    }
}
