package presentry.agent.event.presence;

import java.util.List;
import presentry.agent.event.Sources;

/**
 * All that was published of a presentity and counts.
 *
 * @param documents first published first
 */
record PresenceSources(List<PublishedDocument> documents) implements Sources {}
