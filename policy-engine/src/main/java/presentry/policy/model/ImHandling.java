package presentry.policy.model;

/** What becomes of a MESSAGE, from least to most permissive; the order is the meaning. */
public enum ImHandling {
    /** It is refused. */
    BLOCK,
    /** It passes. */
    ALLOW
}
