package presentry.agent.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import presentry.agent.model.Body;
import presentry.agent.model.EventName;
import presentry.policy.model.Permissions;

/**
 * What an event package is to this server: the checklist of RFC 6665, section 5.4. Stateless; all methods are functions of
 * their arguments.
 */
public interface EventPackage {
    /** RFC 6665, section 5.4.1. */
    EventName name();

    /** How long a subscription may last (RFC 6665, section 5.4.4). */
    Lifetimes lifetimes();

    /** How long a publication may last (RFC 3903, section 10.2); not asked where nobody publishes. */
    Lifetimes publicationLifetimes();

    /** Media types that NOTIFYs of this package may carry, the default one first (RFC 6665, section 5.4.5). */
    List<String> notifyTypes();

    /** Media types that a PUBLISH may carry; empty if nobody publishes this package (RFC 3903, section 10.1). */
    List<String> publishTypes();

    /** Who may subscribe (RFC 6665, section 5.4.6). */
    Admission admission();

    /**
     * Why a body cannot be published; empty if it can. Asked before a publication is stored.
     *
     * @param contentType one of {@link #publishTypes()}
     */
    Optional<String> refusal(String contentType, String body);

    /** What is published for a user whose last publication has gone, to say when that was; empty if that is not said. */
    default Optional<Body> lastSeen(Instant at) {
        return Optional.empty();
    }

    /** What counts of the presentity, read once for all watchers. */
    Sources read(EventState state);

    /**
     * What is shown to all who hold these permissions. First each source is cut down to what they may see, then what is left is
     * composed, as if there were nothing else (RFC 5025, section 3.3; RFC 3856, section 6.11.1).
     */
    Composition compose(Sources sources, Permissions permissions);

    /**
     * The document for one of those who hold the permissions that it was composed for. Never called for a watcher who may not see
     * anything.
     */
    Body view(Composition composition, View view);

    /**
     * What of a state its entity-tag is made from (RFC 5839, section 6.1): the document, or, where documents have numbers and times
     * that make no other state of it, all but these.
     */
    default Body tagged(Composition composition, View view) {
        return view(composition, view);
    }

    /**
     * What a watcher is shown who must not learn anything, or when there is nothing to show: constant over time for one
     * watcher (RFC 5025, section 3.2.1, polite-block).
     */
    Body neutral(View view);

    /**
     * Whether each document has a number of its own, so that no two watchers can share one, and tells after the first one what
     * changed (RFC 3858, section 3).
     */
    boolean versioned();

    /** Who may subscribe to a package. */
    enum Admission {
        /** Whom the presentity's rules let in, and where they are silent the default. */
        BY_RULES,
        /** The presentity alone (RFC 3857, section 4.6). */
        OWNER_ONLY,
        /** Everybody, unauthenticated watchers too: somebody in front of this server decides. */
        EVERYBODY
    }
}
