package presentry.agent.event.presence;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import presentry.agent.event.Composition;
import presentry.agent.event.EventPackage;
import presentry.agent.event.EventState;
import presentry.agent.event.Lifetimes;
import presentry.agent.event.Sources;
import presentry.agent.event.View;
import presentry.agent.model.Body;
import presentry.agent.model.EventName;
import presentry.policy.model.Permissions;
import presentry.policy.transform.NeutralPresence;
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
    private final PublicationMarks marks;

    /**
     * @param lifetimes of subscriptions; RFC 3856, section 6.4, proposes an hour
     * @param publicationLifetimes of publications; RFC 3903, section 6, leaves them to the compositor
     * @param tupleIdSecret 16 octets or more that no watcher knows and that stay the same over restarts: the ids in neutral documents
     *     are made from it, and what tells equal ids of several devices apart
     * @throws IllegalArgumentException if the secret is too short; a defect
     */
    public PresencePackage(Lifetimes lifetimes, Lifetimes publicationLifetimes, byte[] tupleIdSecret) {
        this.lifetimes = lifetimes;
        this.publicationLifetimes = publicationLifetimes;
        this.neutralPresence = new NeutralPresence(tupleIdSecret);
        this.marks = new PublicationMarks(tupleIdSecret);
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
    public Sources read(EventState state) {
        return new PresenceSources(PublishedDocuments.of(state, marks));
    }

    /** RFC 5025, section 3.3: of what nothing is visible has no part in the composed document. */
    @Override
    public Composition compose(Sources sources, Permissions permissions) {
        List<PublishedDocument> visible = ((PresenceSources) sources)
                .documents().stream()
                        .map(document -> document.visible(permissions))
                        .filter(document -> !document.isEmpty())
                        .toList();
        return new PresenceComposition(PidfComposer.compose(visible));
    }

    @Override
    public Body view(Composition composition, View view) {
        return body(((PresenceComposition) composition).document().withAttribute("entity", view.entity()), view);
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
