package presentry.xcap.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * A whole response as a value. The length is always told, since some clients read no body without it.
 *
 * @param status the status code
 * @param fields header fields, without Content-Length
 * @param body may be empty; read once
 */
record HttpAnswer(int status, List<HttpField> fields, ByteBuffer body) {

    private static final HttpField PLAIN = new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, "text/plain;charset=utf-8");

    /** A browser takes a document for nothing else than its media type says. */
    private static final HttpField NO_SNIFFING = new PreEncodedHttpField("X-Content-Type-Options", "nosniff");

    /** What users store is theirs: a browser that shows it runs no script of it and loads nothing for it. */
    private static final HttpField INERT =
            new PreEncodedHttpField("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox");

    HttpAnswer {
        fields = List.copyOf(fields);
    }

    /** An answer without a body. */
    static HttpAnswer empty(int status, HttpField... fields) {
        return new HttpAnswer(status, List.of(fields), ByteBuffer.allocate(0));
    }

    /** An answer that says one sentence to the person in front of the client. */
    static HttpAnswer sentence(int status, String sentence, HttpField... fields) {
        return new HttpAnswer(
                status,
                Stream.concat(Stream.of(PLAIN), Stream.of(fields)).toList(),
                ByteBuffer.wrap((sentence + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    /** 429 (RFC 6585, section 4) to a client that has sent too many wrong passwords. */
    static HttpAnswer delayed(Duration wait) {
        return sentence(
                HttpStatus.TOO_MANY_REQUESTS_429,
                "There were too many wrong passwords for this account from your address: try again later.",
                new HttpField(
                        HttpHeader.RETRY_AFTER,
                        String.valueOf(wait.plusMillis(999).toSeconds())));
    }

    /** An answer that carries a document. */
    static HttpAnswer document(int status, String mediaType, ByteBuffer body, HttpField... fields) {
        HttpField type = new HttpField(HttpHeader.CONTENT_TYPE, mediaType);
        return new HttpAnswer(
                status, Stream.concat(Stream.of(type), Stream.of(fields)).toList(), body);
    }

    /** Puts the fields into a response that keep a browser from running what is in it. */
    static void protect(Response response) {
        response.getHeaders().put(NO_SNIFFING);
        response.getHeaders().put(INERT);
    }

    /** Sends it; Jetty leaves the body out of the answer to HEAD (RFC 9110, section 9.3.2). */
    void send(Response response, Callback callback) {
        response.setStatus(status);
        protect(response);
        fields.forEach(response.getHeaders()::add);
        if (status != HttpStatus.NOT_MODIFIED_304) {
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.remaining());
        }
        response.write(true, body, callback);
    }
}
