package presentry.agent.presentity;

import java.time.Duration;
import java.util.Optional;
import presentry.agent.model.Body;
import presentry.agent.model.DialogAddress;
import presentry.agent.model.EntityTag;
import presentry.agent.model.Rates;
import presentry.agent.model.StatusEvent;
import presentry.agent.model.SubscriptionKey;
import presentry.agent.model.WatcherStatus;
import presentry.uri.Aor;

/**
 * One NOTIFY, still free of SIP's spelling (RFC 6665, section 4.2.2).
 *
 * @param owner whose mailbox wants to hear how it ended
 * @param eventSpelling the package name as the watcher spelled it
 * @param status pending, active or terminated
 * @param left what is left to live; zero when terminated
 * @param reason why it ended; looked at only when terminated
 * @param tag of the state that the watcher has with it
 * @param rates agreed ones; empty where there are none
 * @param body absent where the watcher may not see anything
 */
public record Notification(
        Aor owner,
        SubscriptionKey key,
        DialogAddress dialog,
        String eventSpelling,
        long cSeq,
        WatcherStatus status,
        Duration left,
        StatusEvent reason,
        EntityTag tag,
        Rates rates,
        Optional<Body> body) {}
