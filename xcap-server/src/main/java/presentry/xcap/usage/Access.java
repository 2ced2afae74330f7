package presentry.xcap.usage;

/** What a requester wants to do with a document. */
public enum Access {
    /** GET and HEAD. */
    READ,
    /** PUT and DELETE. */
    WRITE
}
