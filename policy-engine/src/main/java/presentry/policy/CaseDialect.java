package presentry.policy;

import presentry.policy.read.Dialect;

/** How the documents of a {@link PolicyCase} are to be understood. */
public enum CaseDialect {
    /** RFC 4745 and RFC 5025 and nothing else. */
    RFC,
    /** The same, but a document of the time before RFC 4745 is understood as it was meant then. */
    LEGACY,
    /** The RFCs with OMA's conditions. */
    OMA,
    /** What a server does unless told otherwise. */
    AUTO;

    /** The vocabularies that are known. */
    Dialect dialect() {
        return switch (this) {
            case RFC -> Dialect.RFC;
            case LEGACY -> new Dialect(true, false);
            case OMA -> Dialect.OMA;
            case AUTO -> Dialect.DEFAULT;
        };
    }
}
