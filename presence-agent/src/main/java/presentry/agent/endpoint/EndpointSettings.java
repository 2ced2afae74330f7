package presentry.agent.endpoint;

import java.time.Duration;
import java.util.Optional;
import presentry.uri.ServedDomains;

/**
 * What an operator may choose about the edge of the agent.
 *
 * @param domains whose users are served here
 * @param trust whose word counts about who sent a request
 * @param proof how senders prove who they are; where it is present, {@code trust} does not count
 * @param acceptUnauthenticated whether a sender without an identity reaches the rules at all
 * @param maxBodyBytes the longest body of a PUBLISH
 * @param messageNextHop the SIP URI to which an allowed MESSAGE without a further Route goes
 * @param retryAfter when a refused or ended client is asked to come again; whole seconds
 */
public record EndpointSettings(
        ServedDomains domains,
        Trust trust,
        Optional<SenderProof> proof,
        boolean acceptUnauthenticated,
        int maxBodyBytes,
        Optional<String> messageNextHop,
        Duration retryAfter) {}
