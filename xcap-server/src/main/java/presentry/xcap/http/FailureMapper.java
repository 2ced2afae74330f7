package presentry.xcap.http;

import org.eclipse.jetty.http.HttpStatus;
import presentry.xcap.service.Refusal;

/** The one place where an XCAP refusal becomes a number (RFC 4825, section 8; RFC 9110, section 15). */
final class FailureMapper {

    private FailureMapper() {}

    static int status(Refusal refusal) {
        return switch (refusal) { // no default: a new refusal must not compile until it is placed here
            case NOT_YOURS -> HttpStatus.FORBIDDEN_403;
            case NOT_FOUND -> HttpStatus.NOT_FOUND_404;
            case UNDEFINED_PREFIX -> HttpStatus.BAD_REQUEST_400;
            case SELECTOR_TOO_LONG -> HttpStatus.URI_TOO_LONG_414;
            case READ_ONLY -> HttpStatus.METHOD_NOT_ALLOWED_405;
            case ETAG_MISMATCH -> HttpStatus.PRECONDITION_FAILED_412;
            case WRONG_MEDIA_TYPE -> HttpStatus.UNSUPPORTED_MEDIA_TYPE_415;
            case STORE_DOWN, BUSY -> HttpStatus.SERVICE_UNAVAILABLE_503;
        };
    }
}
