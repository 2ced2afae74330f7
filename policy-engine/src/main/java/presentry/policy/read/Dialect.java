package presentry.policy.read;

/**
 * Which vocabularies are known besides those of RFC 4745 and RFC 5025.
 *
 * @param legacy whether a document that uses nothing but the identity elements from before RFC 4745 is understood by them
 * @param oma whether OMA's conditions are known; if not they are FALSE like any other unknown one (RFC 4745, section 7)
 */
public record Dialect(boolean legacy, boolean oma) {
    /** The dialect of SER, but not OMA's. */
    public static final Dialect DEFAULT = new Dialect(true, false);

    /** The RFCs and nothing else. */
    public static final Dialect RFC = new Dialect(false, false);

    /** The RFCs and OMA's conditions. */
    public static final Dialect OMA = new Dialect(false, true);
}
