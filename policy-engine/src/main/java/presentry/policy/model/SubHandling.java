package presentry.policy.model;

import java.util.Optional;

/** How a subscription is treated, from least to most permissive; the order is the meaning (RFC 5025, section 3.2.1). */
public enum SubHandling {
    /** 0: the subscription is refused. Also the value of a rule that says nothing, or something unknown. */
    BLOCK("block"),
    /** 10: the subscription waits for the presentity's word and is sent no document. */
    CONFIRM("confirm"),
    /** 20: the subscription is active and sees a presentity that seems to be away. */
    POLITE_BLOCK("polite-block"),
    /** 30: the subscription is active and sees what the permissions show. */
    ALLOW("allow");

    private final String word;

    SubHandling(String word) {
        this.word = word;
    }

    /** Two matching rules together grant the more permissive of the two (RFC 4745, section 10.2). */
    public SubHandling or(SubHandling other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** The same of two rules that need not state any; empty if neither does. */
    public static Optional<SubHandling> or(Optional<SubHandling> one, Optional<SubHandling> other) {
        if (one.isPresent() && other.isPresent()) {
            return Optional.of(one.get().or(other.get()));
        }
        return one.isPresent() ? one : other;
    }

    /** The word for it in a rule document, such as {@code polite-block}. */
    public String word() {
        return word;
    }
}
