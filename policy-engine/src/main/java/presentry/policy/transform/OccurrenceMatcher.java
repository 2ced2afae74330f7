package presentry.policy.transform;

import java.util.Optional;
import java.util.stream.Stream;
import presentry.policy.model.OccurrenceSelector;
import presentry.policy.model.OccurrenceSet;
import presentry.policy.model.Token;
import presentry.schemas.Namespaces;
import presentry.schemas.XmlElement;

/** Whether an occurrence of a component is among those shown (RFC 5025, sections 3.3.1.1 to 3.3.1.3). */
final class OccurrenceMatcher {
    private OccurrenceMatcher() {}

    /** Whether the set has a member that selects the occurrence. */
    static boolean isShown(OccurrenceSet shown, XmlElement occurrence) {
        return shown.all() || shown.members().stream().anyMatch(selector -> selects(selector, occurrence));
    }

    private static boolean selects(OccurrenceSelector selector, XmlElement occurrence) {
        var wanted = selector.value();
        return switch (selector.kind()) {
            case CLASS -> values(occurrence, Namespaces.RPID, "class").anyMatch(wanted::equals);
            case OCCURRENCE_ID ->
                occurrence
                        .attribute("id")
                        .map(Token::collapse)
                        .filter(wanted::equals)
                        .isPresent();
            case DEVICE_ID ->
                values(occurrence, Namespaces.DATA_MODEL, "deviceID")
                        .anyMatch(id -> UriEquivalence.areEquivalent(id, wanted));
            case SERVICE_URI ->
                values(occurrence, Namespaces.PIDF, "contact")
                        .anyMatch(uri -> UriEquivalence.areEquivalent(uri, wanted));
            case SERVICE_URI_SCHEME ->
                values(occurrence, Namespaces.PIDF, "contact")
                        .flatMap(uri -> scheme(uri).stream())
                        .anyMatch(wanted::equals);
        };
    }

    private static Stream<String> values(XmlElement occurrence, String namespace, String localName) {
        return occurrence.elements().stream()
                .filter(child -> child.is(namespace, localName))
                .map(child -> Token.collapse(child.text()));
    }

    /** The scheme as it is written: RFC 5025, section 3.3.1.3, compares it with case. */
    private static Optional<String> scheme(String uri) {
        int colon = uri.indexOf(':');
        return colon > 0 ? Optional.of(uri.substring(0, colon)) : Optional.empty();
    }
}
