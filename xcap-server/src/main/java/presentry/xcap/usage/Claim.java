package presentry.xcap.usage;

import java.util.List;
import java.util.Optional;
import presentry.uri.Aor;

/**
 * A value in a document that no other document on the server may have (RFC 4825, section 5.5).
 *
 * @param value compared as it is
 * @param field where it stands: a node selector from the root element, percent-encoded
 * @param reserved whether the value is taken although no document has it
 * @param user whose own address the value would be: it is taken if that user has documents here
 * @param alternatives values to suggest to the client if this one is taken, as far as they are free
 */
public record Claim(String value, String field, boolean reserved, Optional<Aor> user, List<String> alternatives) {
    /** Takes a copy of the list. */
    public Claim {
        alternatives = List.copyOf(alternatives);
    }
}
