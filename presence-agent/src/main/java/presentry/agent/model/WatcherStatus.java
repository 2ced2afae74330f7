package presentry.agent.model;

/** States of a subscription (RFC 3857, figure 1); {@code init} is never observable and left out. */
public enum WatcherStatus {
    PENDING,
    ACTIVE,
    WAITING,
    TERMINATED;

    /** The only place a status changes. Stays put where the RFCs draw no edge. */
    public WatcherStatus on(StatusEvent event) {
        return switch (this) {
            case PENDING ->
                switch (event) {
                    case APPROVED -> ACTIVE;
                    case TIMEOUT -> WAITING;
                    case CONFIRM_AGAIN, SUBSCRIBE -> PENDING;
                    case REJECTED, DEACTIVATED, PROBATION, GIVEUP, NORESOURCE -> TERMINATED;
                };
            case ACTIVE ->
                switch (event) {
                    case CONFIRM_AGAIN -> PENDING; // RFC 5025, section 3.2.1: allow was withdrawn to confirm
                    case APPROVED, GIVEUP, SUBSCRIBE -> ACTIVE;
                    case TIMEOUT, REJECTED, DEACTIVATED, PROBATION, NORESOURCE -> TERMINATED;
                };
            case WAITING ->
                switch (event) {
                    case APPROVED, REJECTED, GIVEUP, NORESOURCE -> TERMINATED;
                    case TIMEOUT, DEACTIVATED, PROBATION, CONFIRM_AGAIN, SUBSCRIBE -> WAITING;
                };
            case TERMINATED -> TERMINATED;
        };
    }

    /** Whether a dialog still carries the subscription, so that NOTIFYs of it can be sent. */
    public boolean live() {
        return this == PENDING || this == ACTIVE;
    }
}
