package presentry.policy.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import presentry.uri.CanonicalUri;

/**
 * Who asks: all URIs that the watcher was authenticated as or that a trusted peer asserted, each of which counts (RFC 5025,
 * section 3.1.1.2); or nobody in particular. Made once per request.
 */
public final class WatcherIdentity {
    /** Somebody whose identity was not established (RFC 5025, section 3.1.1.1). */
    public static final WatcherIdentity UNAUTHENTICATED = new WatcherIdentity(List.of(), false);

    private final List<CanonicalUri> uris;
    private final boolean anonymousRequest;

    private WatcherIdentity(List<CanonicalUri> uris, boolean anonymousRequest) {
        this.uris = List.copyOf(uris);
        this.anonymousRequest = anonymousRequest;
    }

    /** A watcher with these identities; with none {@link #UNAUTHENTICATED}. */
    public static WatcherIdentity of(List<CanonicalUri> uris) {
        return uris.isEmpty() ? UNAUTHENTICATED : new WatcherIdentity(uris, false);
    }

    /** A watcher with one identity. */
    public static WatcherIdentity of(CanonicalUri uri) {
        return new WatcherIdentity(List.of(uri), false);
    }

    /** The same watcher, who asked to stay anonymous. Only OMA's condition looks at it; the identities stay and count. */
    public WatcherIdentity withAnonymousRequest() {
        return new WatcherIdentity(uris, true);
    }

    /** The identities, in the order they came in; none when the watcher is not authenticated. */
    public List<CanonicalUri> uris() {
        return uris;
    }

    /** Whether there is an identity. */
    public boolean authenticated() {
        return !uris.isEmpty();
    }

    /** Whether the watcher asked to stay anonymous. */
    public boolean anonymousRequest() {
        return anonymousRequest;
    }

    @Override
    public int hashCode() {
        return 31 * uris.hashCode() + (anonymousRequest ? 1 : 0);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WatcherIdentity that
                && anonymousRequest == that.anonymousRequest
                && uris.equals(that.uris);
    }

    @Override
    public String toString() {
        return (uris.isEmpty() ? "unauthenticated" : uris.toString())
                + (anonymousRequest ? " (anonymous request)" : "");
    }
}
