package presentry.agent.publication;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import presentry.agent.model.EntityTag;
import presentry.agent.model.EventName;
import presentry.agent.model.Publication;

/** The publications of one user, by package and entity-tag, in the order in which they were first published. */
public final class PublicationTable {
    private final Map<EventName, Map<EntityTag, Publication>> byEvent = new LinkedHashMap<>();

    /** The publication of this name that still counts (RFC 3903, section 6, step 3). */
    public Optional<Publication> find(EventName event, EntityTag tag, Instant now) {
        return Optional.ofNullable(byEvent.getOrDefault(event, Map.of()).get(tag))
                .filter(publication -> !publication.expiredAt(now));
    }

    public void add(Publication publication) {
        byEvent.computeIfAbsent(publication.event(), unused -> new LinkedHashMap<>())
                .put(publication.tag(), publication);
    }

    /**
     * Puts {@code newer} where {@code older} was: a refreshed publication keeps its place, so that a refresh changes
     * nothing that watchers see.
     */
    public void replace(Publication older, Publication newer) {
        Map<EntityTag, Publication> before = byEvent.getOrDefault(older.event(), Map.of());
        Map<EntityTag, Publication> after = new LinkedHashMap<>();
        before.forEach((tag, publication) -> {
            Publication kept = publication == older ? newer : publication;
            after.put(kept.tag(), kept);
        });
        byEvent.put(older.event(), after);
    }

    public void remove(Publication publication) {
        Map<EntityTag, Publication> ofEvent = byEvent.get(publication.event());
        if (ofEvent != null && ofEvent.remove(publication.tag(), publication) && ofEvent.isEmpty()) {
            byEvent.remove(publication.event());
        }
    }

    /** Those of one package, first published first; a view that changes with the table. */
    public Collection<Publication> of(EventName event) {
        return Collections.unmodifiableCollection(
                byEvent.getOrDefault(event, Map.of()).values());
    }

    /** Those whose time is over; a copy. */
    public List<Publication> expiredAt(Instant now) {
        return byEvent.values().stream()
                .flatMap(ofEvent -> ofEvent.values().stream())
                .filter(publication -> publication.expiredAt(now))
                .toList();
    }

    /** When the next one expires; empty if there is none. A user has few publications: a walk is cheap. */
    public Optional<Instant> nextExpiry() {
        return byEvent.values().stream()
                .flatMap(ofEvent -> ofEvent.values().stream())
                .map(Publication::expiresAt)
                .min(Instant::compareTo);
    }

    public int size() {
        return byEvent.values().stream().mapToInt(Map::size).sum();
    }

    public boolean isEmpty() {
        return byEvent.isEmpty();
    }
}
