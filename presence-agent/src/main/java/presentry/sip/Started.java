package presentry.sip;

/** What starting the stack ends in. */
public sealed interface Started {
    /**
     * It listens.
     *
     * @param stack running; the receiver may already have been called
     */
    record Running(SipStack stack) implements Started {}

    /**
     * It does not, and has released all it took.
     *
     * @param sentence which address could not be had, and why; for the operator
     */
    record Refused(String sentence) implements Started {}
}
