/**
 * SQL for everybody: one SQLite file in the data folder, its numbered migrations, the one writer with group commit, and the
 * pool of readers. Knows no document, no user and no protocol: other packages bring their tables and their statements.
 * Start reading at {@link presentry.storage.Database}, then {@link presentry.storage.Writer}.
 */
@NullMarked
package presentry.storage;

import org.jspecify.annotations.NullMarked;
