/**
 * What the sources of all modules must look like: formatted, importing only what the architecture lists, plain.
 * Reads files only. Start reading at {@link presentry.rules.ImportRulesTest} and its table {@code imports.txt}.
 */
@NullMarked
package presentry.rules;

import org.jspecify.annotations.NullMarked;
