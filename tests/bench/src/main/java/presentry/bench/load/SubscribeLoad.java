package presentry.bench.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;

/**
 * SUBSCRIBE in each of its kinds (RFC 6665, section 4.1.2), each until its 200 and its NOTIFY have come. The presentities
 * have rules that allow the watchers, and something published.
 */
final class SubscribeLoad {
    private static final int AN_HOUR = 3600;

    private final Sockets sockets;
    private final Traffic traffic;
    private final RequestWriter writer;
    private final Report report;
    private final int presentities;

    /** @param presentities how many users share the watchers, named as {@link #presentity} names them */
    SubscribeLoad(Sockets sockets, Traffic traffic, RequestWriter writer, Report report, int presentities) {
        this.sockets = sockets;
        this.traffic = traffic;
        this.writer = writer;
        this.report = report;
        this.presentities = presentities;
    }

    /** A user without scheme. */
    static String presentity(int number) {
        return "presentity" + number + "@example.com";
    }

    /** Subscribes, refreshes and unsubscribes so many watchers, and fetches as often. */
    void run(String prefix, int count, Pace pace) throws IOException {
        List<Dialog> dialogs = begin(prefix + "SUBSCRIBE, NOTIFY", count, SubscribeLoad::stranger, pace);
        hold(prefix + "SUBSCRIBE refresh, NOTIFY", dialogs, pace, dialog -> AN_HOUR);
        hold(prefix + "SUBSCRIBE fetch, NOTIFY", dialogs("fetch", count, SubscribeLoad::stranger), pace, dialog -> 0);
        hold(prefix + "SUBSCRIBE end, NOTIFY", dialogs, pace, dialog -> 0);
        dialogs.forEach(traffic::remove);
    }

    /** A watcher who is none of the presentities and watches one of them. */
    static String stranger(int number) {
        return "watcher" + number + "@example.com";
    }

    /** A watcher who is one of the presentities, so that they watch each other. */
    String friend(int number) {
        return presentity((number + 1 + number / presentities) % presentities);
    }

    /** Begins so many subscriptions and leaves them so. @param watcher who begins each, without scheme */
    List<Dialog> begin(String name, int count, IntFunction<String> watcher, Pace pace) throws IOException {
        List<Dialog> dialogs = dialogs(name.replace(' ', '-').replace(",", ""), count, watcher);
        hold(name, dialogs, pace, dialog -> AN_HOUR);
        return dialogs;
    }

    private List<Dialog> dialogs(String kind, int count, IntFunction<String> watcher) {
        List<Dialog> dialogs = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            Dialog dialog = new Dialog(
                    number % sockets.count(),
                    watcher.apply(number),
                    presentity(number % presentities),
                    kind + "-" + number + "-" + count);
            dialogs.add(dialog);
            traffic.add(dialog);
        }
        return dialogs;
    }

    private void hold(String name, List<Dialog> dialogs, Pace pace, ToIntFunction<Dialog> expires) throws IOException {
        int[] next = {0};
        report.begin();
        report.rate(name, traffic.hold(dialogs.size(), pace, due -> {
            Dialog dialog = dialogs.get(next[0]++);
            return Conversation.subscribe(dialog, writer.subscribe(dialog, expires.applyAsInt(dialog)), due);
        }));
    }
}
