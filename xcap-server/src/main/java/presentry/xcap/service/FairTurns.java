package presentry.xcap.service;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import presentry.xcap.service.XcapResult.Refused;

/**
 * Bounds the heavy work that users ask for: reading XML, checking it against schemas, finding and editing nodes. A few pieces run
 * at a time, as many as there are processors. Whoever comes later waits in a line of his own account, and the lines are served in
 * turn: so an account that asks for much waits for itself, not others for it. To be used by threads that may wait, and only
 * around work that does not wait.
 */
final class FairTurns {

    /** The answer to a request whose line is full. */
    static final Refused TURNED_AWAY = new Refused(
            Refusal.BUSY, "Too many of your requests wait to be worked on: send the next one when some are answered.");

    /** Where somebody stands who asks for a turn. */
    private sealed interface Place {
        /** It is his turn. */
        record Free() implements Place {}

        /** His line is full. */
        record NoRoom() implements Place {}

        /** @param turn is released when it is his turn */
        record InLine(Semaphore turn) implements Place {}
    }

    private final int mostInALine;
    private final Map<Object, Deque<Semaphore>> lines = new LinkedHashMap<>();
    private int free;

    /**
     * Nobody waits yet.
     *
     * @param atOnce pieces of work that run at a time, 1 and more
     * @param mostInALine who finds so many waiting for the same account is turned away, 1 and more
     */
    FairTurns(int atOnce, int mostInALine) {
        this.free = atOnce;
        this.mostInALine = mostInALine;
    }

    /**
     * Runs a piece of work when it is its turn.
     *
     * @param account whose line it waits in; compared by {@code equals}
     * @return empty if the line is full, or the thread was interrupted while it waited: nothing was done
     */
    <T> Optional<T> run(Object account, Supplier<T> work) {
        if (!begin(account)) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } finally {
            end();
        }
    }

    private boolean begin(Object account) {
        return switch (ask(account)) {
            case Place.Free free -> true;
            case Place.NoRoom full -> false;
            case Place.InLine waiting -> await(account, waiting.turn());
        };
    }

    private boolean await(Object account, Semaphore turn) {
        try {
            turn.acquire();
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            leave(account, turn);
            return false;
        }
    }

    private synchronized Place ask(Object account) {
        if (free > 0) {
            free--;
            return new Place.Free();
        }
        Deque<Semaphore> line = lines.computeIfAbsent(account, first -> new ArrayDeque<>());
        if (line.size() >= mostInALine) {
            return new Place.NoRoom();
        }
        Semaphore turn = new Semaphore(0);
        line.add(turn);
        return new Place.InLine(turn);
    }

    /** Hands the place to the first of the line that has waited longest to be served. */
    private synchronized void end() {
        if (lines.isEmpty()) {
            free++;
            return;
        }
        Map.Entry<Object, Deque<Semaphore>> next = lines.entrySet().iterator().next();
        Object account = next.getKey();
        Deque<Semaphore> line = next.getValue();
        Semaphore turn = line.remove();
        lines.remove(account);
        if (!line.isEmpty()) {
            lines.put(account, line); // behind all others
        }
        turn.release();
    }

    /** Somebody does not wait any longer; if his turn came meanwhile, it goes to the next one. */
    private void leave(Object account, Semaphore turn) {
        boolean waited;
        synchronized (this) {
            Deque<Semaphore> line = lines.get(account);
            waited = line != null && line.remove(turn);
            if (line != null && line.isEmpty()) {
                lines.remove(account);
            }
        }
        if (!waited) {
            end();
        }
    }
}
