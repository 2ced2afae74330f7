package presentry.xcap.usage;

import java.util.Optional;
import java.util.stream.Stream;
import presentry.schemas.Namespaces;
import presentry.schemas.XmlElement;
import presentry.uri.UriValue;
import presentry.xcap.usage.Violation.ConstraintFailed;

/**
 * What must be a URI in rules: whom {@code <one>} and {@code <except>} mean (RFC 4745, section 7.2: an id is a URI with its
 * scheme) and where an external list lies. A document in which one is none is refused: stored, the rule would be silently
 * without effect, and whoever wrote it to keep somebody out would not be told.
 */
final class RuleUris {

    private RuleUris() {}

    /** The first that is none, anywhere below {@code element}. */
    static Optional<Violation> check(XmlElement element) {
        return violation(element)
                .or(() -> element.elements().stream()
                        .flatMap(child -> check(child).stream())
                        .findFirst());
    }

    private static Optional<Violation> violation(XmlElement element) {
        return Stream.concat(
                        unreadable(element, "id", isPerson(element), "a URI, for example sip:bob@example.com"),
                        unreadable(element, "anc", isList(element), "the HTTP URI of a list"))
                .findFirst();
    }

    private static boolean isPerson(XmlElement element) {
        return element.is(Namespaces.COMMON_POLICY, "one") || element.is(Namespaces.COMMON_POLICY, "except");
    }

    private static boolean isList(XmlElement element) {
        return element.is(Namespaces.OMA_COMMON_POLICY, "entry");
    }

    private static Stream<Violation> unreadable(XmlElement element, String name, boolean applies, String demand) {
        return Optional.of(element).filter(it -> applies).flatMap(it -> it.attribute(name)).stream()
                .filter(value -> name.equals("id") ? UriValue.parse(value).isEmpty() : !isPlace(value))
                .map(value -> new ConstraintFailed("line " + element.line() + ": the attribute `" + name + "` of <"
                        + element.localName() + "> must be " + demand + "."));
    }

    /** Absolute, or a path of this server. */
    private static boolean isPlace(String value) {
        return UriValue.isAbsoluteHttp(value) || value.strip().startsWith("/");
    }
}
