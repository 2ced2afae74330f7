package presentry.bench.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;

/**
 * The conversations under way: sends, answers each NOTIFY, sends again what is not answered in time (RFC 3261, section
 * 17.1.2.2), and counts. For one thread.
 */
final class Traffic {
    private static final long FIRST_REPETITION = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long LOOK_AFTER = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int MOST_REPETITIONS = 5;

    private final Sockets sockets;
    private final Map<String, Dialog> dialogs = new HashMap<>();
    private final Map<String, Conversation> open = new HashMap<>();
    private long nextLook = System.nanoTime() + LOOK_AFTER;
    private int errors;
    private int repeatedByUs;
    private int repeatedByServer;
    private Latencies latencies = new Latencies(0);

    Traffic(Sockets sockets) {
        this.sockets = sockets;
    }

    /** From now on the NOTIFYs of this dialog are counted in it. */
    void add(Dialog dialog) {
        dialogs.put(dialog.callId, dialog);
    }

    /** Forgets a dialog; what still comes for it is answered. */
    void remove(Dialog dialog) {
        dialogs.remove(dialog.callId);
    }

    /**
     * Holds conversations until all are over.
     *
     * @param count how many
     * @param pace when the next may begin
     * @param next makes the next one, given when it was due in nanoseconds of {@link System#nanoTime()}
     */
    Outcome hold(int count, Pace pace, LongFunction<Conversation> next) throws IOException {
        latencies = new Latencies(count);
        errors = 0;
        repeatedByUs = 0;
        repeatedByServer = 0;
        long begun = System.nanoTime();
        for (int made = 0; made < count || !open.isEmpty(); ) {
            long due = pace.due(made, begun);
            if (made < count && open.size() < pace.outstanding() && due <= System.nanoTime()) {
                begin(next.apply(pace.isOpen() ? due : System.nanoTime()));
                made++;
            } else {
                step(1);
            }
        }
        return new Outcome(count, System.nanoTime() - begun, latencies, errors, repeatedByUs, repeatedByServer);
    }

    /** Goes on answering until something is true; false if it does not become so in time. */
    boolean until(BooleanSupplier reached, long seconds) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!reached.getAsBoolean() && System.nanoTime() < end) {
            step(1);
        }
        return reached.getAsBoolean();
    }

    /** Sends a request whose answer is not waited for here. */
    void begin(Conversation conversation) throws IOException {
        open.put(conversation.callId, conversation);
        conversation.again = System.nanoTime() + FIRST_REPETITION;
        sockets.send(conversation.socket, conversation.request);
    }

    private void step(long millis) throws IOException {
        sockets.receive(millis, this::received);
        if (System.nanoTime() >= nextLook) {
            nextLook = System.nanoTime() + LOOK_AFTER;
            repeat();
        }
    }

    private void received(int socket, MessageText message) throws IOException {
        String callId = message.callId();
        if (message.isResponse()) {
            Conversation asked = open.get(callId);
            if (asked != null && message.status() >= 200) {
                asked.answer(message);
                finishIfOver(asked);
            }
        } else if (message.isNotify()) {
            sockets.send(socket, message.ok().getBytes(StandardCharsets.ISO_8859_1));
            Dialog dialog = dialogs.get(callId);
            if (dialog != null && !dialog.received(message)) {
                repeatedByServer++;
            }
            Conversation asked = open.get(callId);
            if (asked != null) {
                finishIfOver(asked);
            }
        }
    }

    private void finishIfOver(Conversation conversation) {
        if (conversation.isOver()) {
            open.remove(conversation.callId);
            latencies.add(System.nanoTime() - conversation.begun);
            errors += conversation.isWrong() ? 1 : 0;
        }
    }

    private void repeat() throws IOException {
        long now = System.nanoTime();
        for (Conversation late : open.values().stream()
                .filter(conversation -> conversation.again <= now)
                .toList()) {
            if (late.repetitions == MOST_REPETITIONS) {
                open.remove(late.callId);
                errors++;
                continue;
            }
            late.repetitions++;
            late.again = now + (FIRST_REPETITION << late.repetitions);
            if (sockets.mayLose()) {
                repeatedByUs++;
                sockets.send(late.socket, late.request);
            }
        }
    }
}
