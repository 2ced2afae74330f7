package presentry.agent.presentity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import presentry.agent.event.Composition;
import presentry.agent.event.EventPackage;
import presentry.agent.event.EventState;
import presentry.agent.event.Lifetimes;
import presentry.agent.event.Sources;
import presentry.agent.event.View;
import presentry.agent.model.Body;
import presentry.agent.model.EventName;
import presentry.agent.model.Publication;
import presentry.policy.model.Permissions;
import presentry.policy.model.PresentitySphere;

/** Presence as plain text, so that tests can read what was shown: all publications joined, or {@code cut} of them. */
public record TextPackage() implements EventPackage {
    public static final String TYPE = "text/plain";

    /** What a body must begin with to be refused. */
    static final String UNREADABLE = "unreadable";

    /** What the package fails at. */
    public static final String DEFECT = "defect";

    /** What the package fails at badly. */
    public static final String ERROR = "error";

    static final Lifetimes LIFETIMES = new Lifetimes(Duration.ofHours(1), Duration.ofMinutes(1), Duration.ofHours(2));

    private record Joined(String text) implements Sources, Composition {
        @Override
        public boolean isEmpty() {
            return text.isEmpty();
        }
    }

    /** A user is in the sphere that the newest publication names. */
    public static PresentitySphere sphere(EventState state, Instant now) {
        Optional<String> newest = state.publications(EventName.PRESENCE).stream()
                .reduce((one, later) -> later)
                .map(Publication::body);
        return new PresentitySphere(newest, Instant.MAX);
    }

    @Override
    public EventName name() {
        return EventName.PRESENCE;
    }

    @Override
    public Lifetimes lifetimes() {
        return LIFETIMES;
    }

    @Override
    public Lifetimes publicationLifetimes() {
        return LIFETIMES;
    }

    @Override
    public List<String> notifyTypes() {
        return List.of(TYPE);
    }

    @Override
    public List<String> publishTypes() {
        return List.of(TYPE);
    }

    @Override
    public Admission admission() {
        return Admission.BY_RULES;
    }

    @Override
    public Optional<String> refusal(String contentType, String body) {
        if (body.equals(DEFECT)) {
            throw new IllegalStateException("a defect");
        }
        if (body.equals(ERROR)) {
            throw new StackOverflowError();
        }
        return body.startsWith(UNREADABLE) ? Optional.of("line 1: not readable") : Optional.empty();
    }

    @Override
    public Optional<Body> lastSeen(Instant at) {
        return Optional.of(Body.of(TYPE, "seen " + at));
    }

    @Override
    public Sources read(EventState state) {
        return new Joined(
                state.publications(name()).stream().map(Publication::body).collect(Collectors.joining("+")));
    }

    @Override
    public Composition compose(Sources sources, Permissions permissions) {
        String text = ((Joined) sources).text();
        return new Joined(text.isEmpty() || permissions == Permissions.EVERYTHING ? text : "cut " + text.length());
    }

    @Override
    public Body view(Composition composition, View view) {
        return Body.of(TYPE, ((Joined) composition).text());
    }

    @Override
    public Body neutral(View view) {
        return Body.of(TYPE, "nothing of " + view.entity());
    }

    @Override
    public boolean versioned() {
        return false;
    }
}
