package presentry.xcap.address;

/**
 * What stands behind the node selector separator, read. The faults are kept as values, because a request is judged in the
 * order of RFC 4825, section 8: usage, authentication and authorization come before the node selector.
 */
public sealed interface NodePart {

    /** The grammar of section 6.3, with each prefix resolved. */
    record Selected(NodeSelector selector) implements NodePart {}

    /** Not in the grammar, or an extension-selector: nothing this server knows can be selected so (section 8). */
    record NotUnderstood(String why) implements NodePart {}

    /** A name uses a prefix that no xmlns() expression of the query defines (section 8). */
    record UndefinedPrefix(String prefix) implements NodePart {}

    /** Longer, or with more steps, than this server evaluates. */
    record TooLong(String why) implements NodePart {}
}
