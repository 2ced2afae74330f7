package presentry.agent.event;

import presentry.agent.model.Watcher;
import presentry.policy.model.Permissions;
import presentry.uri.Aor;

/**
 * For whom a document is made.
 *
 * @param owner the presentity
 * @param entity the presentity as the watcher spelled it: goes into the document
 * @param watcher who reads it
 * @param permissions what of it the watcher may see
 * @param version number of the document within the subscription, from 0; of use to versioned packages only
 */
public record View(Aor owner, String entity, Watcher watcher, Permissions permissions, long version) {}
