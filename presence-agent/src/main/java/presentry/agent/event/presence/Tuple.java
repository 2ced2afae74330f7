package presentry.agent.event.presence;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import presentry.schemas.Namespaces;
import presentry.schemas.XmlElement;

/**
 * What the small formats say of one tuple (RFC 3863, section 4.1.2).
 *
 * @param id as it stands in the document; {@value #NO_ID} where there is none
 * @param open whether its basic status is open; one without a basic status is not
 * @param address where it can be reached; the presentity if it names no place of its own
 * @param priority from 0 to 1 with at most three decimals, as it was published; empty if it was not, or cannot be read
 */
record Tuple(String id, boolean open, String address, Optional<String> priority) {
    private static final String NO_ID = "t";

    /** RFC 3863, section 4.1.5. */
    private static final Pattern PRIORITY = Pattern.compile("0(\\.[0-9]{0,3})?|1(\\.0{0,3})?");

    /** Nothing that could end the line, the quotes or the brackets that an address is written in. */
    private static final Pattern ADDRESS = Pattern.compile("[!#-;=?-~]{1,1024}");

    /** Those of a presence document, in its order. */
    static List<Tuple> of(XmlElement presence) {
        String entity = presence.attribute("entity").orElse("");
        return presence.elements().stream()
                .filter(child -> child.is(Namespaces.PIDF, "tuple"))
                .map(tuple -> of(tuple, entity))
                .toList();
    }

    private static Tuple of(XmlElement tuple, String entity) {
        Optional<XmlElement> contact = tuple.element(Namespaces.PIDF, "contact");
        return new Tuple(
                OccurrenceIds.of(tuple).orElse(NO_ID),
                isOpen(tuple),
                contact.map(named -> named.text().strip())
                        .filter(uri -> ADDRESS.matcher(uri).matches())
                        .orElse(entity),
                contact.flatMap(named -> named.attribute("priority"))
                        .map(String::strip)
                        .filter(value -> PRIORITY.matcher(value).matches()));
    }

    /** RFC 3863, section 4.1.4. */
    static boolean isOpen(XmlElement tuple) {
        return tuple.element(Namespaces.PIDF, "status")
                .flatMap(status -> status.element(Namespaces.PIDF, "basic"))
                .filter(basic -> basic.text().strip().equals("open"))
                .isPresent();
    }
}
