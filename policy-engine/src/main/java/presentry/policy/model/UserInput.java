package presentry.policy.model;

/** How much of {@code <user-input>} is shown, from least to most; the order is the meaning (RFC 5025, section 3.3.2.12). */
public enum UserInput {
    /** 0: nothing of it. */
    FALSE("false"),
    /** 10: the element without the times in its attributes. */
    BARE("bare"),
    /** 20: the element, and of its attributes only the idle threshold. */
    THRESHOLDS("thresholds"),
    /** 30: all of it. */
    FULL("full");

    private final String word;

    UserInput(String word) {
        this.word = word;
    }

    /** Two matching rules together grant the more permissive of the two (RFC 4745, section 10.2). */
    public UserInput or(UserInput other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** The word for it in a rule document. */
    public String word() {
        return word;
    }
}
