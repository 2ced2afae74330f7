package presentry.xcap.http;

import presentry.xcap.service.Entity;

/** All that reading the body of a request can end in. */
sealed interface RequestBody {

    /** All of it is there. */
    record Read(Entity entity) implements RequestBody {}

    /** It is not accepted. */
    record Refused(HttpAnswer answer) implements RequestBody {}
}
