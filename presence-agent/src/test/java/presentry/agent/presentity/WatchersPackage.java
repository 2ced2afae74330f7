package presentry.agent.presentity;

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
import presentry.policy.model.Permissions;

/** Watchers as plain text: a number, {@code +} if only changes follow, then {@code watcher status event} a watcher. */
public record WatchersPackage() implements EventPackage {
    private record Watchers(String text) implements Sources, Composition {
        @Override
        public boolean isEmpty() {
            return false;
        }
    }

    @Override
    public EventName name() {
        return EventName.PRESENCE_WINFO;
    }

    @Override
    public Lifetimes lifetimes() {
        return TextPackage.LIFETIMES;
    }

    @Override
    public Lifetimes publicationLifetimes() {
        return TextPackage.LIFETIMES;
    }

    @Override
    public List<String> notifyTypes() {
        return List.of(TextPackage.TYPE);
    }

    @Override
    public List<String> publishTypes() {
        return List.of();
    }

    @Override
    public Admission admission() {
        return Admission.OWNER_ONLY;
    }

    @Override
    public Optional<String> refusal(String contentType, String body) {
        return Optional.of("nobody publishes watchers");
    }

    @Override
    public Sources read(EventState state) {
        return new Watchers(state.watchers(EventName.PRESENCE).stream()
                .map(watcher -> watcher.watcher().displayUri() + " " + watcher.status() + " " + watcher.lastEvent())
                .collect(Collectors.joining(", ")));
    }

    @Override
    public Composition compose(Sources sources, Permissions permissions) {
        return (Watchers) sources;
    }

    @Override
    public Body view(Composition composition, View view) {
        String plus = view.extent() == View.Extent.CHANGES ? "+" : "";
        return Body.of(TextPackage.TYPE, view.version() + plus + ": " + ((Watchers) composition).text());
    }

    @Override
    public Body neutral(View view) {
        return Body.of(TextPackage.TYPE, view.version() + ": ");
    }

    @Override
    public boolean versioned() {
        return true;
    }
}
