/**
 * What the agent needs of the documents: the rules of a user, and the news that they changed.
 * Start reading at {@link presentry.agent.feed.LocalDocuments}.
 */
@NullMarked
package presentry.agent.feed;

import org.jspecify.annotations.NullMarked;
