/** Tests of the database: real SQLite files in temporary folders. */
@NullMarked
package presentry.storage;

import org.jspecify.annotations.NullMarked;
