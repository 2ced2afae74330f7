package presentry.agent.event;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import presentry.agent.model.EventName;

/** The packages that this server offers, by name. */
public final class EventPackages {
    private final Map<EventName, EventPackage> byName = new LinkedHashMap<>();

    public EventPackages(List<EventPackage> packages) {
        packages.forEach(one -> byName.put(one.name(), one));
    }

    public Optional<EventPackage> find(EventName name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The package that tells of the watchers of {@code watched}; empty if that is not offered. */
    public Optional<EventPackage> winfoOf(EventName watched) {
        return byName.values().stream()
                .filter(one ->
                        one.name().watchedByWinfo().filter(watched::equals).isPresent())
                .findFirst();
    }

    /** In the order in which they were registered, which is the order of Allow-Events. */
    public Collection<EventPackage> all() {
        return byName.values();
    }
}
