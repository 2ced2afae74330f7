package presentry.agent.presentity;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import presentry.agent.event.EventPackage;
import presentry.agent.event.EventPackages;
import presentry.agent.model.EntityTag;
import presentry.agent.model.Publication;
import presentry.agent.publication.PublishOutcome;

/** PUBLISH at the event state compositor (RFC 3903, section 6), in the order of its steps. */
final class Publishing {
    private final EventPackages packages;
    private final Notifying notifying;
    private final PresentityLimits limits;

    Publishing(EventPackages packages, Notifying notifying, PresentityLimits limits) {
        this.packages = packages;
        this.notifying = notifying;
        this.limits = limits;
    }

    void on(Step step, Command.Publish asked) {
        if (!asked.publisher().is(step.state.owner)) { // section 14.1: only for oneself
            step.reply(asked.requester(), new Answer.Refused(Answer.Reason.FORBIDDEN));
            return;
        }
        Optional<Publication> named = asked.ifMatch()
                .filter(EntityTag::isValid)
                .flatMap(tag -> step.state.publications.find(asked.event(), new EntityTag(tag), step.now));
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
        List<EventPackage> changed = expired.stream()
                .map(Publication::event)
                .distinct()
                .flatMap(name -> packages.find(name).stream())
                .toList();
        changed.forEach(step::forgetViews);
        return changed;
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
        Publication publication = new Publication(
                asked.event(), asked.fresh(), body.contentType(), body.text(), step.now.plus(granted), step.now);
        step.state.publications.add(publication);
        step.persist(new Change.PutPublication(step.state.owner, publication));
        stored(step, asked, granted);
        notifying.stateChanged(step, event);
    }

    private void replace(Step step, EventPackage event, Command.Publish asked, Publication older, Duration granted) {
        if (granted.isZero()) {
            drop(step, older);
            stored(step, asked, Duration.ZERO);
            notifying.stateChanged(step, event);
            return;
        }
        Publication newer = new Publication(
                older.event(),
                asked.fresh(), // step 6: each success gives a new tag
                asked.body().map(Command.PublishedBody::contentType).orElse(older.contentType()),
                asked.body().map(Command.PublishedBody::text).orElse(older.body()),
                step.now.plus(granted),
                older.firstPublished());
        step.state.publications.replace(older, newer);
        step.persist(new Change.DropPublication(step.state.owner, older.event(), older.tag()));
        step.persist(new Change.PutPublication(step.state.owner, newer));
        stored(step, asked, granted);
        boolean sameContent =
                newer.body().equals(older.body()) && newer.contentType().equals(older.contentType());
        if (!sameContent) {
            notifying.stateChanged(step, event);
        }
    }

    private static void drop(Step step, Publication publication) {
        step.state.publications.remove(publication);
        step.persist(new Change.DropPublication(step.state.owner, publication.event(), publication.tag()));
    }

    private static void stored(Step step, Command.Publish asked, Duration granted) {
        step.reply(asked.requester(), new Answer.Published(new PublishOutcome.Stored(asked.fresh(), granted)));
    }
}
