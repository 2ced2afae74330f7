package presentry.agent.model;

/**
 * How a watcher is told, as far as his newest SUBSCRIBE asked for something and was granted it.
 *
 * @param rates how often
 * @param quenched whether he wants to hear of changes of his subscription alone, and of no state (RFC 5839, section 5.2: the
 *     condition that is always met)
 */
public record NotifyTerms(Rates rates, boolean quenched) {
    /** What those get who ask for nothing. */
    public static final NotifyTerms USUAL = new NotifyTerms(Rates.NONE, false);

    /** These terms; nearly all subscriptions have the usual ones, and keep them as one object. */
    public static NotifyTerms of(Rates rates, boolean quenched) {
        NotifyTerms terms = new NotifyTerms(rates, quenched);
        return terms.equals(USUAL) ? USUAL : terms;
    }

    /** The usual terms and others at these rates. */
    public static NotifyTerms at(Rates rates) {
        return of(rates, false);
    }
}
