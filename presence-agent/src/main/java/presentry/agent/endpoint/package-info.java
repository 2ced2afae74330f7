/**
 * SIP messages to commands, effects to SIP messages. Status numbers of SIP live here.
 * Start reading at {@link presentry.agent.endpoint.RequestRouter}.
 */
@NullMarked
package presentry.agent.endpoint;

import org.jspecify.annotations.NullMarked;
