/**
 * The same answers as {@link presentry.policy.evaluate}, from one or two hash look-ups. A watcher's identities are turned into
 * roles (named here, of that domain, left out there), roles into a signature (the rules whose identity conditions hold), and a
 * signature looks the answer up by sphere and time. Start reading at {@link presentry.policy.compile.CompiledPolicy}, then {@link
 * presentry.policy.compile.PolicyCompiler}.
 */
@NullMarked
package presentry.policy.compile;

import org.jspecify.annotations.NullMarked;
