package presentry.agent.subscription;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import presentry.agent.model.EventName;
import presentry.agent.model.SparseMaps;
import presentry.agent.model.WaitingWatcher;
import presentry.agent.model.Watcher;
import presentry.uri.Aor;

/**
 * Those who wait for a decision of one presentity and have no dialog any more (RFC 3857, section 4.7.1), oldest first. Their
 * number is bounded by who fills it, so a walk over all of them is cheap.
 */
public final class WaitingWatchers {
    /**
     * One of them, and until when what was decided last, which is that nobody has decided, holds.
     *
     * @param lookAgainAt first instant at which he must be looked at again
     * @param dependsOnSphere whether another sphere of the presentity may decide about him
     */
    private record Place(WaitingWatcher watcher, Instant lookAgainAt, boolean dependsOnSphere) {}

    private static final Optional<Instant> NEVER = Optional.of(Instant.MAX);

    private Map<String, Place> places = Map.of();
    private Optional<Instant> nextLook = NEVER;

    /** Takes in somebody who is to be looked at at once, or puts another version of him into his place. */
    public void put(WaitingWatcher watcher) {
        put(new Place(watcher, Instant.MIN, false));
    }

    /** Notes that nobody has decided about one of them, and until when that holds. */
    public void undecided(WaitingWatcher watcher, Access access) {
        Instant validUntil = access.validUntil();
        Instant lookAgainAt = validUntil.isBefore(watcher.giveUpAt()) ? validUntil : watcher.giveUpAt();
        put(new Place(watcher, lookAgainAt, access.dependsOnSphere()));
    }

    private void put(Place place) {
        places = SparseMaps.withInOrder(places, place.watcher().id(), place);
        nextLook = Optional.empty();
    }

    /** Notes that the presentity has been told of one of them. */
    public void delivered(WaitingWatcher told) {
        Place place = places.get(told.id());
        if (place != null) {
            Place after = new Place(told, place.lookAgainAt(), place.dependsOnSphere());
            places = SparseMaps.withInOrder(places, told.id(), after);
        }
    }

    /** Lets somebody go. */
    public void remove(WaitingWatcher watcher) {
        places = SparseMaps.without(places, watcher.id());
        nextLook = places.isEmpty() ? NEVER : Optional.empty();
    }

    /** When the next one must be looked at; {@link Instant#MAX} if none must. */
    public Instant nextLook() {
        Instant next = nextLook.orElseGet(() -> places.values().stream()
                .map(Place::lookAgainAt)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX));
        nextLook = Optional.of(next);
        return next;
    }

    /** Those who must be looked at again; a copy. */
    public List<WaitingWatcher> due(Instant now) {
        return nextLook().isAfter(now)
                ? List.of()
                : those(place -> !place.lookAgainAt().isAfter(now));
    }

    /** Those about whom another sphere of the presentity may decide; a copy. */
    public List<WaitingWatcher> dependingOnSphere() {
        return those(Place::dependsOnSphere);
    }

    /** Those who asked for one package, oldest first; a copy. */
    public List<WaitingWatcher> of(EventName event) {
        return those(place -> place.watcher().event().equals(event));
    }

    /** Those who are known by that user, over all packages; a copy. */
    public List<WaitingWatcher> ofWatcher(Aor home) {
        return those(place -> place.watcher().watcher().is(home));
    }

    /** All of them, oldest first; a copy. */
    public List<WaitingWatcher> all() {
        return those(place -> true);
    }

    private List<WaitingWatcher> those(Predicate<Place> which) {
        return places.isEmpty()
                ? List.of()
                : places.values().stream().filter(which).map(Place::watcher).toList();
    }

    /** Of whom watcher information tells by that id. */
    public Optional<WaitingWatcher> find(String id) {
        return Optional.ofNullable(places.get(id)).map(Place::watcher);
    }

    /** The one who asked for a package, whichever of his identities he used. */
    public Optional<WaitingWatcher> find(EventName event, Watcher watcher) {
        return first(one -> one.event().equals(event) && one.watcher().sameAs(watcher));
    }

    /** Who must go first when there are too many: one of whom the presentity knows, or else the oldest. */
    public Optional<WaitingWatcher> mostDispensable() {
        return first(WaitingWatcher::delivered).or(() -> first(one -> true));
    }

    private Optional<WaitingWatcher> first(Predicate<WaitingWatcher> which) {
        return places.values().stream().map(Place::watcher).filter(which).findFirst();
    }

    /** How many there are, over all packages. */
    public int size() {
        return places.size();
    }

    public boolean isEmpty() {
        return places.isEmpty();
    }
}
