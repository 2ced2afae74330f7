package presentry.policy.model;

import java.util.Comparator;

/**
 * One member of a set that says which occurrences of a component are shown (RFC 5025, section 3.3.1).
 *
 * @param kind by what it selects
 * @param value what that must be equal to, white space collapsed
 */
public record OccurrenceSelector(Kind kind, String value) implements Comparable<OccurrenceSelector> {
    private static final Comparator<OccurrenceSelector> ORDER =
            Comparator.comparing(OccurrenceSelector::kind).thenComparing(OccurrenceSelector::value);

    /** What of an occurrence is looked at. */
    public enum Kind {
        CLASS("class"),
        DEVICE_ID("deviceID"),
        OCCURRENCE_ID("occurrence-id"),
        SERVICE_URI("service-uri"),
        SERVICE_URI_SCHEME("service-uri-scheme");

        private final String element;

        Kind(String element) {
            this.element = element;
        }

        /** The local name of the member in a rule document. */
        public String element() {
            return element;
        }
    }

    @Override
    public int compareTo(OccurrenceSelector other) {
        return ORDER.compare(this, other);
    }
}
