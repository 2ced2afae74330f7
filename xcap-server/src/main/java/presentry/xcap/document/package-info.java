/**
 * The text of a document, its entity tag, and edits that keep every other byte (RFC 4825, sections 8.2 to 8.5).
 * Pure functions of text; knows no store and no HTTP.
 * Start reading at {@link presentry.xcap.document.DocumentBody}.
 */
@NullMarked
package presentry.xcap.document;

import org.jspecify.annotations.NullMarked;
