package presentry.policy.model;

import java.util.Comparator;

/**
 * A presence attribute that no permission is defined for, granted by its name (RFC 5025, section 3.3.2.14).
 *
 * @param namespace the namespace URI of the element
 * @param name its local name, without a prefix
 */
public record UnknownAttribute(String namespace, String name) implements Comparable<UnknownAttribute> {
    private static final Comparator<UnknownAttribute> ORDER =
            Comparator.comparing(UnknownAttribute::namespace).thenComparing(UnknownAttribute::name);

    @Override
    public int compareTo(UnknownAttribute other) {
        return ORDER.compare(this, other);
    }
}
