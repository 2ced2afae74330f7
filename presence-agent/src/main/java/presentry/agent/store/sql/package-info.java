/**
 * The agent's state in SQL tables beside the documents, written by the one writer of the data folder.
 * Start reading at {@link presentry.agent.store.sql.SqlSoftStateStore}.
 */
@NullMarked
package presentry.agent.store.sql;

import org.jspecify.annotations.NullMarked;
