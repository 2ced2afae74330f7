package presentry.agent.presentity;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import presentry.agent.model.SparseMaps;
import presentry.uri.Aor;

/**
 * Whom a user watches, and until when: what the mutual rule asks. The mailboxes of those tell it. It is all that is known of a user
 * who only watches. Mutable; owned by the mailbox of its user.
 */
public final class WatchedUsers {
    private record WatchedUntil(Instant until, long sequence) {}

    private Map<Aor, WatchedUntil> facts = Map.of();

    /** As found in a stored subscription; before the first command only. */
    public void found(Aor watched, Instant until, Instant now) {
        WatchedUntil known = facts.get(watched);
        if (until.isAfter(now) && (known == null || until.isAfter(known.until()))) {
            facts = SparseMaps.with(facts, watched, new WatchedUntil(until, 0));
        }
    }

    /**
     * Takes a fact.
     *
     * @return false if something newer is known
     */
    public boolean take(Command.Watching fact, Instant now) {
        WatchedUntil known = facts.get(fact.watched());
        if (known != null && known.sequence() > fact.sequence()) {
            return false;
        }
        facts = fact.until().isAfter(now)
                ? SparseMaps.with(facts, fact.watched(), new WatchedUntil(fact.until(), fact.sequence()))
                : SparseMaps.without(facts, fact.watched());
        return true;
    }

    /** Until when the user watches another one; empty if he does not. */
    Optional<Instant> until(Aor watched, Instant now) {
        WatchedUntil known = facts.get(watched);
        if (known == null) {
            return Optional.empty();
        }
        if (known.until().isAfter(now)) {
            return Optional.of(known.until());
        }
        facts = SparseMaps.without(facts, watched);
        return Optional.empty();
    }

    /** Drops every fact that no longer holds. Nothing else drops one that ended after {@code mutual.linger}. */
    public void dropLapsed(Instant now) {
        facts = SparseMaps.withoutThose(facts, fact -> !fact.until().isAfter(now));
    }

    /** The user watches nobody any more. */
    void clear() {
        facts = Map.of();
    }

    public boolean isEmpty() {
        return facts.isEmpty();
    }
}
