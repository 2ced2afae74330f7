package presentry.agent.event;

import java.util.Collection;
import presentry.agent.model.EventName;
import presentry.agent.model.Publication;
import presentry.agent.model.WatcherEntry;
import presentry.uri.Aor;

/** What an event package may compose from: all that is known of one presentity. */
public interface EventState {
    Aor owner();

    /** Publications that count now, first published first. */
    Collection<Publication> publications(EventName event);

    /**
     * The watchers of one package as a document must tell of them: all whose subscriptions live, oldest first, and all who wait
     * for a decision without one; or only those who changed where the document is to be one of {@link View.Extent#CHANGES}. Who
     * has ended is in it once.
     */
    Collection<WatcherEntry> watchers(EventName event);
}
