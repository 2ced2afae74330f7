package presentry.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import presentry.demo.NothingCame;
import presentry.demo.Notification;
import presentry.demo.UserAgent;

/**
 * Reads every NOTIFY that a user agent receives and remembers the newest of each dialog. It is also the judge of what no
 * crash may do: within a dialog the CSeq rises (RFC 3261, section 12.2.1.1), and who was active is not pending again.
 * Thread-safe.
 */
final class Notified implements AutoCloseable {
    /** A dialog as its watcher names it: the tag is that of the server. */
    record Dialog(String callId, String tag) {}

    private record Newest(long cseq, String state) {}

    private final Map<Dialog, Newest> newest = new HashMap<>();
    private final List<String> offences = new ArrayList<>();
    private final Thread reader;

    Notified(UserAgent agent) {
        this.reader = Thread.ofVirtual().start(() -> read(agent));
    }

    private void read(UserAgent agent) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                received(agent.notification(any -> true));
            } catch (NothingCame quiet) {
                continue;
            }
        }
    }

    private synchronized void received(Notification notification) {
        Dialog dialog = new Dialog(
                notification.request().callId(),
                notification.request().from().tag().orElse(""));
        Newest now = new Newest(notification.cseq(), notification.state());
        Newest before = newest.put(dialog, now);
        if (before != null && before.cseq >= now.cseq) {
            offences.add("the CSeq fell: %s after %s in %s".formatted(now, before, dialog));
        }
        if (before != null && before.state.equals("active") && now.state.equals("pending")) {
            offences.add("turned back to pending: %s after %s in %s".formatted(now, before, dialog));
        }
        notifyAll();
    }

    /** What must never happen and did. */
    synchronized List<String> offences() {
        return List.copyOf(offences);
    }

    /** The highest CSeq so far; 0 if nothing came yet. */
    synchronized long cseq(Dialog dialog) {
        Newest known = newest.get(dialog);
        return known == null ? 0 : known.cseq;
    }

    /** Waits for a NOTIFY above a CSeq that says {@code active}. @throws AssertionError if it does not come */
    synchronized void awaitActive(Dialog dialog, long above, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!isActive(dialog, above)) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError("no active NOTIFY above CSeq %d in %s; the newest is %s"
                        .formatted(above, dialog, newest.get(dialog)));
            }
            try {
                wait(left);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted", stop);
            }
        }
    }

    private boolean isActive(Dialog dialog, long above) {
        Newest known = newest.get(dialog);
        return known != null && known.cseq > above && known.state.equals("active");
    }

    @Override
    public void close() {
        reader.interrupt();
    }
}
