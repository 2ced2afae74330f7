/**
 * Takes over the documents of another XCAP server from its database, each as if its owner had sent it, and tells what became of
 * it. Knows the tables of other servers, nothing of the command line.
 * Start reading at {@link presentry.launch.importing.Import}.
 */
@NullMarked
package presentry.launch.importing;

import org.jspecify.annotations.NullMarked;
