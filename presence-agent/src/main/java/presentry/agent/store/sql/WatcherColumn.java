package presentry.agent.store.sql;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import presentry.agent.model.Watcher;
import presentry.policy.model.WatcherIdentity;
import presentry.uri.CanonicalUri;

/** A watcher as one column: his authenticated URIs, one a line; empty for somebody without identity. */
final class WatcherColumn {
    /** Stands in place of a URI, before the watcher's own, where the watcher asked to stay anonymous. */
    private static final String ANONYMOUS_REQUEST = "anonymous-request";

    private WatcherColumn() {}

    static String text(Watcher watcher) {
        WatcherIdentity identity = watcher.identity();
        Stream<String> uris = identity.uris().stream().map(CanonicalUri::text);
        return Stream.concat(identity.anonymousRequest() ? Stream.of(ANONYMOUS_REQUEST) : Stream.of(), uris)
                .collect(Collectors.joining("\n"));
    }

    static Watcher read(String lines) {
        List<CanonicalUri> uris = lines.lines()
                .filter(line -> !line.equals(ANONYMOUS_REQUEST))
                .map(CanonicalUri::parse)
                .map(Optional::orElseThrow)
                .toList();
        WatcherIdentity identity = WatcherIdentity.of(uris);
        return new Watcher(lines.startsWith(ANONYMOUS_REQUEST) ? identity.withAnonymousRequest() : identity);
    }
}
