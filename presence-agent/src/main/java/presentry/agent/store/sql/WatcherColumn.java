package presentry.agent.store.sql;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import presentry.agent.model.Watcher;
import presentry.policy.model.WatcherIdentity;
import presentry.uri.CanonicalUri;

/** A watcher as one column: his authenticated URIs, one a line; empty for somebody without identity. */
final class WatcherColumn {
    private WatcherColumn() {}

    static String text(Watcher watcher) {
        return watcher.identity().uris().stream().map(CanonicalUri::text).collect(Collectors.joining("\n"));
    }

    static Watcher read(String lines) {
        List<CanonicalUri> uris = lines.lines()
                .map(CanonicalUri::parse)
                .map(Optional::orElseThrow)
                .toList();
        return new Watcher(uris.isEmpty() ? WatcherIdentity.UNAUTHENTICATED : WatcherIdentity.of(uris));
    }
}
