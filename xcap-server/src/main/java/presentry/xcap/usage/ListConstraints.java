package presentry.xcap.usage;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import presentry.schemas.Namespaces;
import presentry.schemas.XmlElement;
import presentry.uri.UriValue;
import presentry.xcap.usage.Violation.ConstraintFailed;
import presentry.xcap.usage.Violation.Duplicate;
import presentry.xcap.usage.Violation.NotUnique;

/**
 * What must hold among the members of a list beyond its schema (RFC 4826, section 3.4.5). Values are compared as strings,
 * references expanded; lists without a name are no duplicates of each other.
 */
final class ListConstraints {

    private final List<Duplicate> duplicates = new ArrayList<>();
    private Optional<Violation> malformed = Optional.empty();

    private ListConstraints() {}

    /**
     * Checks everything below {@code parent}.
     *
     * @param field the node selector of {@code parent}
     */
    static Optional<Violation> check(XmlElement parent, String field) {
        var constraints = new ListConstraints();
        constraints.walk(parent, field);
        return constraints.duplicates.isEmpty()
                ? constraints.malformed
                : Optional.of(new NotUnique("A name or address stands twice in one list.", constraints.duplicates));
    }

    private void walk(XmlElement parent, String field) {
        Set<String> seen = new HashSet<>();
        int position = 0;
        for (XmlElement child : parent.elements()) {
            position++;
            if (!child.namespace().equals(Namespaces.RESOURCE_LISTS)
                    && !child.namespace().equals(Namespaces.RLS_SERVICES)) {
                continue; // what other namespaces add has no constraints here
            }
            // By position and without names: so the field needs no namespace bindings.
            String childField = field + "/*%5B" + position + "%5D";
            switch (child.localName()) {
                case "list" -> {
                    unique(child, "name", childField, seen);
                    walk(child, childField);
                }
                case "entry" -> {
                    unique(child, "uri", childField, seen);
                    demand(child, "uri", ListConstraints::namesSomebody, "must be a URI, as in sip:bob@example.com");
                }
                case "entry-ref" -> {
                    unique(child, "ref", childField, seen);
                    demand(child, "ref", ListConstraints::isRelativePath, "must be a path relative to the XCAP root");
                }
                case "external" -> {
                    unique(child, "anchor", childField, seen);
                    demand(child, "anchor", UriValue::isAbsoluteHttp, "must be an absolute HTTP URI");
                }
                default -> {} // a display name
            }
        }
    }

    private void unique(XmlElement element, String attribute, String field, Set<String> seen) {
        Optional<String> value = element.attribute(attribute);
        if (value.isPresent() && !seen.add(element.localName() + " " + value.get())) {
            duplicates.add(new Duplicate(field + "/@" + attribute, List.of()));
        }
    }

    private void demand(XmlElement element, String attribute, Predicate<String> form, String demand) {
        Optional<String> value = element.attribute(attribute);
        if (malformed.isEmpty() && value.isPresent() && !form.test(value.get().strip())) {
            malformed = Optional.of(new ConstraintFailed("line " + element.line() + ": the attribute `" + attribute
                    + "` of <" + element.localName() + "> " + demand + "."));
        }
    }

    /** RFC 3986, section 4.2: neither a scheme, nor an authority, nor a slash at the beginning. */
    static boolean isRelativePath(String value) {
        try {
            URI uri = new URI(value);
            return !uri.isAbsolute() && uri.getRawAuthority() == null && !value.isEmpty() && !value.startsWith("/");
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** What can be read as no URI would stand on the list and mean nobody. */
    private static boolean namesSomebody(String value) {
        return UriValue.parse(value).isPresent();
    }
}
