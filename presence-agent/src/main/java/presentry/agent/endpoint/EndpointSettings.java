package presentry.agent.endpoint;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What an operator may choose about the edge of the agent.
 *
 * @param domains whose users are served here; ASCII, lower case
 * @param trust whose word counts about who sent a request
 * @param acceptUnauthenticated whether a sender without an identity reaches the rules at all
 * @param maxBodyBytes the longest body of a PUBLISH
 * @param messageNextHop the SIP URI to which an allowed MESSAGE without a further Route goes
 * @param retryAfter when a refused or ended client is asked to come again; whole seconds
 */
public record EndpointSettings(
        Set<String> domains,
        Trust trust,
        boolean acceptUnauthenticated,
        int maxBodyBytes,
        Optional<String> messageNextHop,
        Duration retryAfter) {
    public EndpointSettings {
        domains = Set.copyOf(domains);
    }
}
