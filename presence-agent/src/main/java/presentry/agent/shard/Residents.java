package presentry.agent.shard;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import presentry.agent.presentity.Command;
import presentry.agent.presentity.PresentityState;
import presentry.agent.presentity.WatchedUsers;
import presentry.uri.Aor;

/**
 * The users of one mailbox: presentities at work, and those who only watch others. There are many of the latter, so no more is
 * kept of them than whom they watch. Touched by the thread that runs the mailbox, and by no other.
 */
final class Residents {
    private final Map<Aor, Resident> atWork = new HashMap<>();
    private final Map<Aor, WatchedUsers> watchingOnly = new HashMap<>();

    /** The highest number that anybody who was forgotten here has told others under. */
    private long tellSequence;

    /** A presentity at work; empty if this user is none. */
    Optional<Resident> find(Aor owner) {
        return Optional.ofNullable(atWork.get(owner));
    }

    /** A presentity, which is at work from now on. */
    Resident get(Aor owner) {
        Resident known = atWork.get(owner);
        if (known != null) {
            return known;
        }
        WatchedUsers before = watchingOnly.remove(owner);
        WatchedUsers watched = before == null ? new WatchedUsers() : before;
        Resident fresh = new Resident(new PresentityState(owner, watched, tellSequence));
        atWork.put(owner, fresh);
        return fresh;
    }

    /** Whom a user watches, as found in stored subscriptions; before the first command only. */
    void found(Aor user, Aor watched, Instant until, Instant now) {
        watchedBy(user).found(watched, until, now);
        forgetIfNobodyIsWatched(user);
    }

    /** Takes a fact about a user who is not at work: nothing rests on it as yet, and no rules are needed for it. */
    void note(Aor user, Command.Watching fact, Instant now) {
        watchedBy(user).take(fact, now);
        forgetIfNobodyIsWatched(user);
    }

    /** Drops every fact about whom a user watches that no longer holds. */
    void dropLapsed(Instant now) {
        atWork.values().forEach(resident -> resident.state.watched().dropLapsed(now));
        watchingOnly.values().removeIf(watched -> {
            watched.dropLapsed(now);
            return watched.isEmpty();
        });
    }

    /** Forgets whom a user watches who is not at work, and no user any more. */
    void watchesNobody(Aor user) {
        watchingOnly.remove(user);
    }

    private WatchedUsers watchedBy(Aor user) {
        Resident resident = atWork.get(user);
        return resident == null
                ? watchingOnly.computeIfAbsent(user, unused -> new WatchedUsers())
                : resident.state.watched();
    }

    private void forgetIfNobodyIsWatched(Aor user) {
        watchingOnly.computeIfPresent(user, (same, watched) -> watched.isEmpty() ? null : watched);
    }

    /**
     * Lets a presentity go about whom nothing is known but whom he watches.
     *
     * @return whether it was one
     */
    boolean letGoIfIdle(Resident resident) {
        Aor owner = resident.state.owner();
        if (!resident.isIdle() || !atWork.remove(owner, resident)) {
            return false;
        }
        tellSequence = Math.max(tellSequence, resident.state.tellSequence());
        if (!resident.state.watched().isEmpty()) {
            watchingOnly.put(owner, resident.state.watched());
        }
        return true;
    }

    /** The presentities at work; a copy. */
    List<Aor> owners() {
        return List.copyOf(atWork.keySet());
    }

    Collection<Resident> all() {
        return atWork.values();
    }
}
