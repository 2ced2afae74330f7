/**
 * Where documents live: the ports, as values and interfaces. Documents and the log of their changes are written in one
 * transaction; the log is the truth, the call of a listener is a hint.
 * Start reading at {@link presentry.xcap.store.DocumentStore}, then {@link presentry.xcap.store.Edit}.
 */
@NullMarked
package presentry.xcap.store;

import org.jspecify.annotations.NullMarked;
