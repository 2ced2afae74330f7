/**
 * The ports of {@link presentry.xcap.store} on a database.
 * Start reading at {@link presentry.xcap.store.sql.SqlDocumentStore}.
 */
@NullMarked
package presentry.xcap.store.sql;

import org.jspecify.annotations.NullMarked;
