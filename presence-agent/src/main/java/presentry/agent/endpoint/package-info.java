/**
 * SIP messages to commands, answers and effects to SIP messages. The status numbers of SIP live here and nowhere else in
 * the agent. What can be decided without a mailbox is decided here: who asks, whether it is understood, whether the user is
 * ours. Knows nothing of rules and stores nothing.
 * Start reading at {@link presentry.agent.endpoint.RequestRouter}; the way out is
 * {@link presentry.agent.endpoint.NotifySender}.
 */
@NullMarked
package presentry.agent.endpoint;

import org.jspecify.annotations.NullMarked;
