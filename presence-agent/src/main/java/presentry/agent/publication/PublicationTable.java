package presentry.agent.publication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import presentry.agent.model.EntityTag;
import presentry.agent.model.EventName;
import presentry.agent.model.Publication;

/** The publications of one user, by package and entity-tag, in the order in which they were first published. */
public final class PublicationTable {
    /** A user has few publications: walking through all of them is cheap, and each change copies them. */
    private List<Publication> all = List.of();

    /** The publication of this name that still counts (RFC 3903, section 6, step 3). */
    public Optional<Publication> find(EventName event, EntityTag tag, Instant now) {
        for (Publication publication : all) {
            if (publication.event().equals(event)
                    && publication.tag().equals(tag)
                    && !publication.isLastSeen()
                    && !publication.expiredAt(now)) {
                return Optional.of(publication);
            }
        }
        return Optional.empty();
    }

    /** The publication that this very request made before: its answer was lost. */
    public Optional<Publication> madeBy(EventName event, String origin, Instant now) {
        return of(event, now).stream()
                .filter(one -> !one.origin().isEmpty() && one.origin().equals(origin))
                .findFirst();
    }

    /** What the server published when the last publication of a package had gone. */
    public Optional<Publication> lastSeen(EventName event) {
        return all.stream()
                .filter(one -> one.event().equals(event) && one.isLastSeen())
                .findFirst();
    }

    public void add(Publication publication) {
        List<Publication> more = new ArrayList<>(all);
        more.add(publication);
        all = List.copyOf(more);
    }

    /**
     * Puts {@code newer} where {@code older} was: a refreshed publication keeps its place, so that a refresh changes
     * nothing that watchers see.
     */
    public void replace(Publication older, Publication newer) {
        all = all.stream().map(one -> one.equals(older) ? newer : one).toList();
    }

    public void remove(Publication publication) {
        all = all.stream().filter(one -> !one.equals(publication)).toList();
    }

    /** Those of one package that count, first published first; a copy. */
    public List<Publication> of(EventName event, Instant now) {
        return all.stream()
                .filter(one -> one.event().equals(event) && !one.expiredAt(now))
                .toList();
    }

    /** Those whose time is over; a copy. */
    public List<Publication> expiredAt(Instant now) {
        return all.stream().filter(publication -> publication.expiredAt(now)).toList();
    }

    /** When the next one expires; {@link Instant#MAX} if there is none. */
    public Instant nextExpiry() {
        Instant next = Instant.MAX;
        for (Publication publication : all) {
            next = publication.expiresAt().isBefore(next) ? publication.expiresAt() : next;
        }
        return next;
    }

    public int size() {
        return all.size();
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }
}
