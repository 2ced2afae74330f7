/**
 * The event package {@code presence} (RFC 3856): reads published documents (RFC 3863, 4479), makes one of several, and shows
 * each watcher what he may see of it. Knows documents and permissions; no dialog, no clock, no store.
 * Start reading at {@link presentry.agent.event.presence.PresencePackage}.
 */
@NullMarked
package presentry.agent.event.presence;

import org.jspecify.annotations.NullMarked;
