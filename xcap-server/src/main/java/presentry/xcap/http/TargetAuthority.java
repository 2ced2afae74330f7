package presentry.xcap.http;

import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.server.Request;

/** The host and port that a request addresses. */
final class TargetAuthority {

    private TargetAuthority() {}

    /**
     * In lower case, empty if the request names none. A target in absolute-form has it, and Host is ignored (RFC 9112, section
     * 3.2.2); with the other forms it is Host, and in HTTP/2 {@code :authority}.
     */
    static String of(Request request) {
        return Optional.ofNullable(request.getHttpURI().getAuthority())
                .orElse("")
                .toLowerCase(Locale.ROOT);
    }
}
