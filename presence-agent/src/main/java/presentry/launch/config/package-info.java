/**
 * The configuration: one TOML file and the options of the command line, bound to one tree of typed records.
 * Every key is described once, in {@link presentry.launch.config.ConfigKeys}; all errors are found in one pass.
 * Knows nothing of the servers it configures. Start reading at {@link presentry.launch.config.Config}.
 */
@NullMarked
package presentry.launch.config;

import org.jspecify.annotations.NullMarked;
