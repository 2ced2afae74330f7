package presentry.agent.endpoint;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import presentry.agent.event.Composition;
import presentry.agent.event.EventPackage;
import presentry.agent.event.EventPackages;
import presentry.agent.event.EventState;
import presentry.agent.event.Lifetimes;
import presentry.agent.event.Sources;
import presentry.agent.event.View;
import presentry.agent.model.Body;
import presentry.agent.model.EventName;
import presentry.policy.model.Permissions;

/** An event package of which the edge may see no more than its names and media types. */
record TestPackage(EventName name, List<String> notifyTypes, List<String> publishTypes) implements EventPackage {
    static final EventPackages ALL = new EventPackages(List.of(
            new TestPackage(
                    EventName.PRESENCE,
                    List.of("application/pidf+xml", "application/cpim-pidf+xml"),
                    List.of("application/pidf+xml")),
            new TestPackage(EventName.PRESENCE_WINFO, List.of("application/watcherinfo+xml"), List.of())));

    @Override
    public Lifetimes lifetimes() {
        return new Lifetimes(Duration.ofHours(1), Duration.ofMinutes(1), Duration.ofHours(1));
    }

    @Override
    public Lifetimes publicationLifetimes() {
        return lifetimes();
    }

    @Override
    public Admission admission() {
        return Admission.BY_RULES;
    }

    @Override
    public Optional<String> refusal(String contentType, String body) {
        throw notOfTheEdge();
    }

    @Override
    public Sources read(EventState state) {
        throw notOfTheEdge();
    }

    @Override
    public Composition compose(Sources sources, Permissions permissions) {
        throw notOfTheEdge();
    }

    @Override
    public Body view(Composition composition, View view) {
        throw notOfTheEdge();
    }

    @Override
    public Body neutral(View view) {
        throw notOfTheEdge();
    }

    @Override
    public boolean versioned() {
        return false;
    }

    private static AssertionError notOfTheEdge() {
        return new AssertionError("the edge looked into a document");
    }
}
