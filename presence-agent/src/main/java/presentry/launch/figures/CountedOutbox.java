package presentry.launch.figures;

import java.util.function.Consumer;
import presentry.agent.presentity.Command.NotifyEnded;
import presentry.agent.presentity.Notification;
import presentry.agent.shard.Outbox;

/**
 * Counts how NOTIFYs end, on their way out.
 *
 * @param outbox sends them
 * @param figures takes the counts
 */
public record CountedOutbox(Outbox outbox, Figures figures) implements Outbox {
    @Override
    public void notify(Notification notification, Consumer<NotifyEnded> ended) {
        String event = notification.key().event().toString();
        outbox.notify(notification, end -> {
            figures.notified(event, end.end());
            ended.accept(end);
        });
    }
}
