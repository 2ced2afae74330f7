/**
 * Tests of the edge of the agent: requests made by hand go in, commands and responses come out. Real sockets are the matter
 * of the scenarios.
 * Start reading at {@link presentry.agent.endpoint.Edge}.
 */
@NullMarked
package presentry.agent.endpoint;

import org.jspecify.annotations.NullMarked;
