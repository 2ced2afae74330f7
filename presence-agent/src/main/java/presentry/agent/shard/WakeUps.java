package presentry.agent.shard;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import presentry.agent.presentity.Command;
import presentry.uri.Aor;

/**
 * When the presentities of a mailbox want to be woken. Each has one wish at most, and only the earliest of all is a timer: those
 * cannot be cancelled, so a timer for each wish would pile up. Touched by the thread that runs the mailbox, and by no other.
 */
final class WakeUps {
    private record Wish(Instant at, Aor owner, long generation) {}

    private static final Comparator<Wish> EARLIEST_FIRST =
            Comparator.comparing(Wish::at).thenComparing(Wish::owner);

    private final Timers timers;
    private final InstantSource clock;
    private final Turns turns;
    private final BiConsumer<Aor, Command.WakeUp> wake;
    private final TreeSet<Wish> wishes = new TreeSet<>(EARLIEST_FIRST);
    private final Map<Aor, Wish> byOwner = new HashMap<>();
    private Instant timerAt = Instant.MAX;

    /** @param wake is given each wake-up when its time has come */
    WakeUps(Timers timers, InstantSource clock, Turns turns, BiConsumer<Aor, Command.WakeUp> wake) {
        this.timers = timers;
        this.clock = clock;
        this.turns = turns;
        this.wake = wake;
    }

    /** A wish, in place of an earlier one; {@link Instant#MAX} for none. */
    void set(Aor owner, Instant at, long generation) {
        clear(owner);
        if (at.isBefore(Instant.MAX)) {
            Wish wish = new Wish(at, owner, generation);
            wishes.add(wish);
            byOwner.put(owner, wish);
            arm();
        }
    }

    void clear(Aor owner) {
        Wish wish = byOwner.remove(owner);
        if (wish != null) {
            wishes.remove(wish);
        }
    }

    private void arm() {
        if (!wishes.isEmpty() && wishes.first().at().isBefore(timerAt)) {
            Instant at = wishes.first().at();
            timerAt = at;
            timers.at(at, () -> turns.add(() -> rang(at)));
        }
    }

    private void rang(Instant at) {
        if (at.equals(timerAt)) {
            timerAt = Instant.MAX;
        }
        Instant now = clock.instant();
        List<Wish> due = new ArrayList<>();
        while (!wishes.isEmpty() && !wishes.first().at().isAfter(now)) {
            due.add(wishes.removeFirst());
        }
        due.forEach(wish -> byOwner.remove(wish.owner()));
        due.forEach(wish -> wake.accept(wish.owner(), new Command.WakeUp(wish.generation())));
        arm();
    }
}
