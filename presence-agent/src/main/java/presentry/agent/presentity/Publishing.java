package presentry.agent.presentity;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import presentry.agent.event.EventPackage;
import presentry.agent.event.EventPackages;
import presentry.agent.model.EntityTag;
import presentry.agent.model.EventName;
import presentry.agent.model.Publication;
import presentry.agent.model.Watcher;
import presentry.agent.publication.PublicationTable;
import presentry.agent.publication.PublishOutcome;
import presentry.uri.Aor;

/** PUBLISH at the event state compositor (RFC 3903, section 6), in the order of its steps. */
final class Publishing {
    private final EventPackages packages;
    private final Deciding deciding;
    private final Notifying notifying;
    private final PresentityLimits limits;
    private final PresentityOptions options;

    Publishing(
            EventPackages packages,
            Deciding deciding,
            Notifying notifying,
            PresentityLimits limits,
            PresentityOptions options) {
        this.packages = packages;
        this.deciding = deciding;
        this.notifying = notifying;
        this.limits = limits;
        this.options = options;
    }

    void on(Step step, Command.Publish asked) {
        if (!mayPublish(step.state.owner, asked.publisher())) { // section 14.1
            step.reply(asked.requester(), new Answer.Refused(Answer.Reason.FORBIDDEN));
            return;
        }
        Optional<Publication> named = named(step, asked);
        if (asked.ifMatch().isPresent() && named.isEmpty()) { // step 3
            step.reply(asked.requester(), new Answer.Published(new PublishOutcome.UnknownTag()));
            return;
        }
        EventPackage event = packages.find(asked.event()).orElseThrow(); // step 2 is taken before
        Duration wanted = asked.expires().orElse(event.publicationLifetimes().standard());
        if (event.publicationLifetimes().tooBrief(wanted)) { // step 4
            step.reply(
                    asked.requester(),
                    new Answer.Published(new PublishOutcome.TooBrief(
                            event.publicationLifetimes().shortest())));
            return;
        }
        Optional<Answer> refusal = refusal(event, asked); // step 5
        if (refusal.isPresent()) {
            step.reply(asked.requester(), refusal.get());
            return;
        }
        Duration granted = event.publicationLifetimes().grant(wanted);
        if (named.isPresent()) {
            replace(step, event, asked, named.get(), granted);
        } else {
            add(step, event, asked, granted);
        }
    }

    /** Everybody for himself, and whom the operator lets for all users of his domain. */
    private boolean mayPublish(Aor owner, Watcher publisher) {
        return publisher.is(owner)
                || publisher.homes().stream()
                        .anyMatch(home -> home.host().equals(owner.host())
                                && options.publishers().contains(home));
    }

    /**
     * What is replaced. A request whose answer was lost comes again, and its tag may be gone with that answer, or it never had one:
     * what it made then is what it means.
     */
    private static Optional<Publication> named(Step step, Command.Publish asked) {
        PublicationTable table = step.state.publications;
        return table.madeBy(asked.event(), asked.origin(), step.now)
                .or(() -> asked.ifMatch()
                        .filter(EntityTag::isValid)
                        .flatMap(tag -> table.find(asked.event(), new EntityTag(tag), step.now)));
    }

    /**
     * Lets go of what is over.
     *
     * @return the packages whose state that changes; their watchers are still to be told
     */
    List<EventPackage> expire(Step step) {
        if (step.state.publications.nextExpiry().isAfter(step.now)) {
            return List.of();
        }
        List<Publication> expired = step.state.publications.expiredAt(step.now);
        expired.forEach(publication -> drop(step, publication));
        expired.stream()
                .filter(publication -> !publication.isLastSeen())
                .forEach(publication -> noteLastSeen(step, publication.event(), publication.expiresAt()));
        List<EventPackage> changed = expired.stream()
                .map(Publication::event)
                .distinct()
                .flatMap(name -> packages.find(name).stream())
                .toList();
        changed.forEach(step::forgetViews);
        return changed;
    }

    /** The user is none any more. */
    void withdrawAll(Step step) {
        for (EventPackage event : packages.all()) {
            step.state.publications.of(event.name(), step.now).forEach(publication -> drop(step, publication));
            step.forgetViews(event);
        }
    }

    private static Optional<Answer> refusal(EventPackage event, Command.Publish asked) {
        if (asked.body().isEmpty()) {
            return asked.ifMatch().isPresent() ? Optional.empty() : Optional.of(new Answer.BodyMissing());
        }
        Command.PublishedBody body = asked.body().get();
        if (!event.publishTypes().contains(body.contentType())) {
            return Optional.of(new Answer.UnsupportedBody(event.publishTypes()));
        }
        return event.refusal(body.contentType(), body.text()).map(Answer.Unreadable::new);
    }

    private void add(Step step, EventPackage event, Command.Publish asked, Duration granted) {
        if (granted.isZero()) { // published and over at once: nothing is there to be kept or shown
            stored(step, asked, Duration.ZERO);
            return;
        }
        if (step.state.publications.size() >= limits.maxPublications()) {
            step.reply(asked.requester(), new Answer.Published(new PublishOutcome.TooMany()));
            return;
        }
        Command.PublishedBody body = asked.body().orElseThrow();
        step.state.publications.lastSeen(asked.event()).ifPresent(seen -> drop(step, seen));
        Publication publication = new Publication(
                asked.event(),
                asked.fresh(),
                body.contentType(),
                body.text(),
                asked.origin(),
                step.now.plus(granted),
                step.now);
        step.state.publications.add(publication);
        step.persist(new Change.PutPublication(step.state.owner, publication));
        stored(step, asked, granted);
        changed(step, event);
    }

    private void replace(Step step, EventPackage event, Command.Publish asked, Publication older, Duration granted) {
        if (granted.isZero()) {
            drop(step, older);
            noteLastSeen(step, older.event(), step.now);
            stored(step, asked, Duration.ZERO);
            changed(step, event);
            return;
        }
        Publication newer = new Publication(
                older.event(),
                asked.fresh(), // step 6: each success gives a new tag
                asked.body().map(Command.PublishedBody::contentType).orElse(older.contentType()),
                asked.body().map(Command.PublishedBody::text).orElse(older.body()),
                asked.origin(),
                step.now.plus(granted),
                older.firstPublished());
        step.state.publications.replace(older, newer);
        step.persist(new Change.DropPublication(step.state.owner, older.event(), older.tag()));
        step.persist(new Change.PutPublication(step.state.owner, newer));
        stored(step, asked, granted);
        boolean sameContent =
                newer.body().equals(older.body()) && newer.contentType().equals(older.contentType());
        if (!sameContent) {
            changed(step, event);
        }
    }

    /** The last publication of a user has gone: watchers may be told when that was, for as long as the operator wants. */
    private void noteLastSeen(Step step, EventName name, Instant at) {
        Instant until = at.plus(options.lastSeen());
        if (!until.isAfter(step.now)
                || !step.state.publications.of(name, step.now).isEmpty()) {
            return;
        }
        packages.find(name)
                .flatMap(event -> event.lastSeen(step.moment.wallShows(at)))
                .ifPresent(body -> {
                    Publication seen = new Publication(
                            name,
                            Publication.LAST_SEEN,
                            body.contentType(),
                            new String(body.octets(), StandardCharsets.UTF_8),
                            "",
                            until,
                            at);
                    step.state.publications.add(seen);
                    step.persist(new Change.PutPublication(step.state.owner, seen));
                });
    }

    /** What is published may say in which sphere the user is: who may see it is decided before it is shown. */
    private void changed(Step step, EventPackage event) {
        step.forgetViews(event);
        deciding.publishedChanged(step);
        notifying.stateChanged(step, event);
    }

    private static void drop(Step step, Publication publication) {
        step.state.publications.remove(publication);
        step.persist(new Change.DropPublication(step.state.owner, publication.event(), publication.tag()));
    }

    private static void stored(Step step, Command.Publish asked, Duration granted) {
        step.reply(asked.requester(), new Answer.Published(new PublishOutcome.Stored(asked.fresh(), granted)));
    }
}
