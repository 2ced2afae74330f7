/**
 * What an event package is (RFC 6665, section 5.4), and which there are.
 * Each package has a subpackage of its own; none of them knows another.
 * Start reading at {@link presentry.agent.event.EventPackage}.
 */
@NullMarked
package presentry.agent.event;

import org.jspecify.annotations.NullMarked;
