/**
 * A small SIP user agent with an XCAP client, and the conversation that {@code presentry demo} holds with them. The
 * scenarios of the tests use the same agent. It knows the server only by the wire.
 * Start reading at {@link presentry.demo.DemoConversation}; the agent is {@link presentry.demo.UserAgent}.
 */
@NullMarked
package presentry.demo;

import org.jspecify.annotations.NullMarked;
