package presentry.schemas;

/** All that making a text of the octets of a document can end in. */
public sealed interface Decoded {

    /** The text; a byte order mark has been taken off. */
    record Text(String text) implements Decoded {}

    /**
     * The octets are not UTF-8, or say of themselves to be something else. The sender is at fault.
     *
     * @param message what is wrong, for the person who wrote the document
     */
    record NotUtf8(String message) implements Decoded {}
}
