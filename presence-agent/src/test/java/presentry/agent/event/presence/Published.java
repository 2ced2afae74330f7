package presentry.agent.event.presence;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import presentry.agent.event.EventState;
import presentry.agent.model.EntityTag;
import presentry.agent.model.EventName;
import presentry.agent.model.Publication;
import presentry.agent.model.WatcherEntry;
import presentry.schemas.MediaTypes;
import presentry.uri.Aor;

/** Alice, of whom these documents were published in this order. */
record Published(List<String> documents) implements EventState {
    static final Aor ALICE = Aor.parse("sip:alice@example.com").orElseThrow();
    static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    static Published documents(String... documents) {
        return new Published(List.of(documents));
    }

    @Override
    public Aor owner() {
        return ALICE;
    }

    @Override
    public Collection<Publication> publications(EventName event) {
        return IntStream.range(0, documents.size())
                .mapToObj(number -> new Publication(
                        event,
                        new EntityTag("tag" + number),
                        MediaTypes.PIDF_XML,
                        documents.get(number),
                        "",
                        NOON.plusSeconds(3600),
                        NOON.plusSeconds(number)))
                .toList();
    }

    @Override
    public Collection<WatcherEntry> watchers(EventName event) {
        return List.of();
    }
}
