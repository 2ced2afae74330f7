/**
 * Runs the conversations of {@code tests/scenarios}: reads them, lets their people talk to a real server over real
 * sockets, and checks what they receive. The language is described in the README beside the conversations.
 * Start reading at {@link presentry.scenario.ScenarioTest}.
 */
@NullMarked
package presentry.scenario;

import org.jspecify.annotations.NullMarked;
