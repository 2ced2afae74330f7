package presentry.agent.event.winfo;

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
import presentry.agent.model.WatcherEntry;
import presentry.policy.model.Permissions;
import presentry.schemas.MediaTypes;
import presentry.schemas.XmlWriter;

/**
 * Watcher information of another package (RFC 3857). The first document tells of all watchers, those after it of the ones that
 * changed; one that has ended is told of once. Can be used by several threads.
 */
public final class WinfoPackage implements EventPackage {
    private final EventName watched;
    private final EventName name;
    private final Lifetimes lifetimes;
    private final Admission admission;

    /**
     * @param watched the package whose watchers are told of; may be watcher information itself (RFC 3857, section 4.7)
     * @param lifetimes of subscriptions; RFC 3857, section 4.4, proposes an hour
     * @param admission who is told; RFC 3857, section 4.6, wants the presentity alone, who asks for its own
     */
    public WinfoPackage(EventName watched, Lifetimes lifetimes, Admission admission) {
        this.watched = watched;
        this.name = new EventName(watched + ".winfo");
        this.lifetimes = lifetimes;
        this.admission = admission;
    }

    /** RFC 3857, section 4.1. */
    @Override
    public EventName name() {
        return name;
    }

    @Override
    public Lifetimes lifetimes() {
        return lifetimes;
    }

    @Override
    public Lifetimes publicationLifetimes() {
        return lifetimes;
    }

    /** RFC 3857, section 4.5. */
    @Override
    public List<String> notifyTypes() {
        return List.of(MediaTypes.WATCHERINFO_XML);
    }

    @Override
    public List<String> publishTypes() {
        return List.of();
    }

    /** RFC 3857, section 4.6; others may learn of their own subscription by Subscription-State. */
    @Override
    public Admission admission() {
        return admission;
    }

    @Override
    public Optional<String> refusal(String contentType, String body) {
        return Optional.of("watcher information cannot be published: the server makes it");
    }

    @Override
    public Sources read(EventState state) {
        return new WatcherList(List.copyOf(state.watchers(watched)));
    }

    /** Who may ask is told of all watchers (RFC 3857, section 4.6). */
    @Override
    public Composition compose(Sources sources, Permissions permissions) {
        return (WatcherList) sources;
    }

    @Override
    public Body view(Composition composition, View view) {
        return body(view, ((WatcherList) composition).watchers());
    }

    /** Who watches and where each stands; a refresh and the passing of time change nothing of that. */
    @Override
    public Body tagged(Composition composition, View view) {
        return Body.of(
                MediaTypes.WATCHERINFO_XML,
                ((WatcherList) composition)
                        .watchers().stream()
                                .map(watcher ->
                                        watcher.id() + " " + watcher.status() + " " + watcher.lastEvent() + "\n")
                                .collect(Collectors.joining()));
    }

    /** Somebody whom nobody watches. */
    @Override
    public Body neutral(View view) {
        return body(view, List.of());
    }

    @Override
    public boolean versioned() {
        return true;
    }

    private Body body(View view, List<WatcherEntry> watchers) {
        return Body.of(
                MediaTypes.WATCHERINFO_XML,
                XmlWriter.writeDocument(WatcherinfoWriter.document(view, watched, watchers)));
    }
}
