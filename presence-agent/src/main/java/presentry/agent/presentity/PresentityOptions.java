package presentry.agent.presentity;

/**
 * What an operator may choose about how presentities treat their watchers and publishers.
 *
 * @param patience with watchers who do not answer
 */
public record PresentityOptions(Patience patience) {
    /** What counts where nothing is chosen. */
    public static final PresentityOptions DEFAULT = new PresentityOptions(Patience.keep(3));
}
