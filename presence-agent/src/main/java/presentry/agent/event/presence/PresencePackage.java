package presentry.agent.event.presence;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import presentry.agent.event.Composition;
import presentry.agent.event.EventPackage;
import presentry.agent.event.EventState;
import presentry.agent.event.Lifetimes;
import presentry.agent.event.View;
import presentry.agent.model.Body;
import presentry.agent.model.EventName;
import presentry.agent.model.Publication;
import presentry.policy.model.Permissions;
import presentry.policy.transform.NeutralPresence;
import presentry.policy.transform.PresenceFilter;
import presentry.schemas.XmlElement;

/**
 * Presence (RFC 3856), published as PIDF (RFC 3863) and shown in the {@link PresenceFormat} that each watcher takes. Can be used
 * by several threads.
 */
public final class PresencePackage implements EventPackage {
    /** The namespace of a document says which of the two it is, so that neither type has to be the right one. */
    private static final List<String> PUBLISHED_FORMATS =
            List.of(PresenceFormat.PIDF.mediaType(), PresenceFormat.CPIM_PIDF.mediaType());

    private final Lifetimes lifetimes;
    private final Lifetimes publicationLifetimes;
    private final NeutralPresence neutralPresence;

    /**
     * @param lifetimes of subscriptions; RFC 3856, section 6.4, proposes an hour
     * @param publicationLifetimes of publications; RFC 3903, section 6, leaves them to the compositor
     * @param tupleIdSecret 16 octets or more that no watcher knows and that stay
     *     the same over restarts: the ids in neutral documents are made from it
     * @throws IllegalArgumentException if the secret is too short; a defect
     */
    public PresencePackage(Lifetimes lifetimes, Lifetimes publicationLifetimes, byte[] tupleIdSecret) {
        this.lifetimes = lifetimes;
        this.publicationLifetimes = publicationLifetimes;
        this.neutralPresence = new NeutralPresence(tupleIdSecret);
    }

    /** RFC 3856, section 6.1. */
    @Override
    public EventName name() {
        return EventName.PRESENCE;
    }

    @Override
    public Lifetimes lifetimes() {
        return lifetimes;
    }

    @Override
    public Lifetimes publicationLifetimes() {
        return publicationLifetimes;
    }

    @Override
    public List<String> notifyTypes() {
        return PresenceFormat.mediaTypes();
    }

    @Override
    public List<String> publishTypes() {
        return PUBLISHED_FORMATS;
    }

    /** RFC 3856, section 6.6.2. */
    @Override
    public Admission admission() {
        return Admission.BY_RULES;
    }

    /**
     * {@inheritDoc}
     *
     * <p>See {@link PidfReader} for what is refused. The {@code entity} of the document is not looked at: whose state is
     * published says the Request-URI (RFC 3903, section 4.1), and watchers see the entity that they asked for.
     */
    @Override
    public Optional<String> refusal(String contentType, String body) {
        return switch (PidfReader.read(body)) {
            case PidfResult.Accepted accepted -> Optional.empty();
            case PidfResult.Refused refused -> Optional.of(refused.sentence());
        };
    }

    /** RFC 3863, section 4.1.2: devices of one make often all use the same ids. */
    @Override
    public boolean sharesIds(String body, Collection<Publication> others) {
        return PidfReader.read(body) instanceof PidfResult.Accepted(XmlElement presence)
                && OccurrenceIds.meet(presence, PublishedDocuments.of(others));
    }

    /** Closed, and the time at which it was not yet (RFC 3863, section 4.1.7). */
    @Override
    public Optional<Body> lastSeen(Instant at) {
        String document = "<presence xmlns=\"urn:ietf:params:xml:ns:pidf\"><tuple id=\"last-seen\">"
                + "<status><basic>closed</basic></status><note xml:lang=\"en\">last seen</note><timestamp>"
                + at.truncatedTo(ChronoUnit.SECONDS)
                + "</timestamp></tuple></presence>";
        return Optional.of(Body.of(PresenceFormat.PIDF.mediaType(), document));
    }

    @Override
    public Composition compose(EventState state) {
        return new PresenceComposition(PidfComposer.compose(PublishedDocuments.of(state)));
    }

    /** RFC 5025, section 3.3: the composed document, cut down to what the permissions name. */
    @Override
    public Body view(Composition composition, View view) {
        XmlElement composed = ((PresenceComposition) composition).document();
        return body(shown(composed, view.permissions()).withAttribute("entity", view.entity()), view);
    }

    /** Who may see everything gets the declarations too as they were published. */
    private static XmlElement shown(XmlElement composed, Permissions permissions) {
        return permissions.grantsEverything()
                ? composed
                : UsedDeclarations.only(PresenceFilter.filter(composed, permissions));
    }

    @Override
    public Body neutral(View view) {
        return body(
                neutralPresence.document(
                        view.entity(), view.owner().toString(), view.watcher().displayUri()),
                view);
    }

    @Override
    public boolean versioned() {
        return false;
    }

    private static Body body(XmlElement presence, View view) {
        return PresenceFormat.of(view.bodyType()).write(presence);
    }
}
