package presentry.agent.shard;

import java.util.function.Consumer;
import presentry.agent.presentity.Command;
import presentry.agent.presentity.Notification;

/** Where NOTIFYs leave, once what they rest on is on disk (port). */
public interface Outbox {
    /**
     * Sends a NOTIFY. Returns at once.
     *
     * @param ended told exactly once how it ended, on any thread
     */
    void notify(Notification notification, Consumer<Command.NotifyEnded> ended);
}
