package presentry.agent.event;

import java.util.Collection;
import presentry.agent.model.EventName;
import presentry.agent.model.Publication;
import presentry.agent.model.Subscription;
import presentry.uri.Aor;

/** What an event package may compose from: all that is known of one presentity. */
public interface EventState {
    Aor owner();

    /** Publications that count now, first published first. */
    Collection<Publication> publications(EventName event);

    /** Subscriptions to one package, oldest first, and those that ended since watchers were last told. */
    Collection<Subscription> subscriptions(EventName event);
}
