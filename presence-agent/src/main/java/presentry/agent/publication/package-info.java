/**
 * Published event state of one presentity: what the event state compositor of RFC 3903, section 6, keeps.
 * Pure data: time comes in as a parameter; nothing here sends, stores or waits.
 * Start reading at {@link presentry.agent.publication.PublicationTable}.
 */
@NullMarked
package presentry.agent.publication;

import org.jspecify.annotations.NullMarked;
