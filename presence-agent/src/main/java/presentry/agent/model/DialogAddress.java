package presentry.agent.model;

import java.util.List;

/**
 * All that is needed to send a request inside a dialog (RFC 3261, section 12.1.1), as data: it can be stored and used by
 * another process. URIs stay as the peer spelled them, since phones compare the text.
 *
 * @param id the dialog
 * @param localUri what stood in To of the SUBSCRIBE: From of each NOTIFY
 * @param remoteUri what stood in From of the SUBSCRIBE: To of each NOTIFY
 * @param remoteTarget the Contact: Request-URI of each NOTIFY
 * @param routeSet values of Record-Route in the order of the request; often empty
 * @param reachedBy where the newest request came from
 */
public record DialogAddress(
        DialogId id,
        String localUri,
        String remoteUri,
        String remoteTarget,
        List<String> routeSet,
        ReachedBy reachedBy) {
    public DialogAddress {
        routeSet = List.copyOf(routeSet);
    }

    /** A target refresh: a re-SUBSCRIBE may change the Contact, never the route set (RFC 3261, section 12.2.2). */
    public DialogAddress refreshed(String newTarget, ReachedBy newReachedBy) {
        return new DialogAddress(id, localUri, remoteUri, newTarget, routeSet, newReachedBy);
    }
}
