package presentry.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** Puts, gets and deletes documents of an XCAP server (RFC 4825, section 7). Blocks. */
public final class XcapClient implements AutoCloseable {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String root;
    private final Duration patience;

    /**
     * Keeps the address; nothing is sent yet.
     *
     * @param root the XCAP root, without a slash at its end
     * @param patience how long an answer may take
     */
    public XcapClient(String root, Duration patience) {
        this.root = root;
        this.patience = patience;
    }

    /** Stores a document at {@code path}: what follows the root, without the slash before it. */
    public HttpResponse<String> put(String path, Content content, Map<String, String> headers) {
        HttpRequest.Builder request = to(path).header("Content-Type", content.type());
        return send(request.PUT(HttpRequest.BodyPublishers.ofByteArray(content.bytes())), headers);
    }

    /** Reads a document. */
    public HttpResponse<String> get(String path, Map<String, String> headers) {
        return send(to(path).GET(), headers);
    }

    /** Removes a document. */
    public HttpResponse<String> delete(String path, Map<String, String> headers) {
        return send(to(path).DELETE(), headers);
    }

    @Override
    public void close() {
        http.close();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(root + "/" + path)).timeout(patience);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, Map<String, String> headers) {
        headers.forEach(request::setHeader);
        HttpRequest built = request.build();
        try {
            return http.send(built, HttpResponse.BodyHandlers.ofString());
        } catch (IOException noAnswer) {
            throw new NothingCame(built.method() + " " + built.uri() + " was not answered: " + noAnswer.getMessage());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new NothingCame(built.method() + " " + built.uri() + " was interrupted");
        }
    }
}
