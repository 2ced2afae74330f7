package presentry.xcap.address;

/**
 * How much node selector the server evaluates.
 *
 * @param maxChars characters behind the separator as they came over the wire, with the query
 * @param maxSteps steps, the terminal selector not counted
 */
public record SelectorLimits(int maxChars, int maxSteps) {

    /** More than any document this server stores by default is deep. */
    public static final SelectorLimits DEFAULT = new SelectorLimits(4096, 64);
}
