package presentry.xcap.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import presentry.xcap.service.Entity;

/** Reads the body of a request, within bounds of size and time. */
final class RequestBodyReader {

    /** What means no encoding; a widespread client puts the character set into Content-Encoding. */
    private static final Set<String> NO_ENCODING = Set.of("", "identity", "utf-8");

    /** RFC 9110, section 12.5.3: tells the client why its encoding was refused. */
    private static final HttpField ACCEPT_ENCODING = new PreEncodedHttpField(HttpHeader.ACCEPT_ENCODING, "identity");

    /** After a body that was not read to its end nothing else can come over the connection. */
    private static final HttpField CLOSE = new PreEncodedHttpField(HttpHeader.CONNECTION, "close");

    private static final int CHUNK_BYTES = 8192;

    private final int maxBytes;
    private final Duration timeout;
    private final InstantSource clock;

    RequestBodyReader(HttpSettings settings, InstantSource clock) {
        this.maxBytes = settings.maxBodyBytes();
        this.timeout = settings.bodyTimeout();
        this.clock = clock;
    }

    /** Blocks until the body is complete, too long or too slow. */
    RequestBody read(Request request) {
        if (!NO_ENCODING.contains(field(request, HttpHeader.CONTENT_ENCODING).toLowerCase(Locale.ROOT))) {
            return new RequestBody.Refused(HttpAnswer.sentence(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE_415, "Send the body without Content-Encoding.", ACCEPT_ENCODING));
        }
        if (request.getLength() > maxBytes) {
            return tooLarge();
        }
        try (InputStream body = Content.Source.asInputStream(request)) {
            return read(body, field(request, HttpHeader.CONTENT_TYPE));
        } catch (IOException silent) {
            return tooSlow();
        }
    }

    private RequestBody read(InputStream body, String contentType) throws IOException {
        Instant deadline = clock.instant().plus(timeout);
        var octets = new ByteArrayOutputStream(CHUNK_BYTES);
        var chunk = new byte[CHUNK_BYTES];
        for (int count = body.read(chunk); count >= 0; count = body.read(chunk)) {
            octets.write(chunk, 0, count);
            if (octets.size() > maxBytes) {
                return tooLarge();
            }
            if (clock.instant().isAfter(deadline)) {
                return tooSlow();
            }
        }
        return new RequestBody.Read(new Entity(contentType, octets.toByteArray()));
    }

    private static String field(Request request, HttpHeader name) {
        return Optional.ofNullable(request.getHeaders().get(name)).orElse("").strip();
    }

    private RequestBody tooLarge() {
        return new RequestBody.Refused(HttpAnswer.sentence(
                HttpStatus.PAYLOAD_TOO_LARGE_413, "A body may have " + maxBytes + " octets at most.", CLOSE));
    }

    private static RequestBody tooSlow() {
        return new RequestBody.Refused(
                HttpAnswer.sentence(HttpStatus.REQUEST_TIMEOUT_408, "The body did not arrive in time.", CLOSE));
    }
}
