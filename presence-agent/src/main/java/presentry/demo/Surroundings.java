package presentry.demo;

import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import presentry.sip.transport.SipTimer;
import presentry.sip.transport.Transport;

/**
 * What a user agent lives in.
 *
 * @param server where the server speaks SIP
 * @param transport with which the agent speaks to it
 * @param timer drives the transactions of the agent
 * @param clock of the agent
 * @param random for tags and Call-IDs
 * @param lookups resolves names; may block
 * @param patience how long the agent waits for something that must come
 */
public record Surroundings(
        InetSocketAddress server,
        Transport transport,
        SipTimer timer,
        InstantSource clock,
        SecureRandom random,
        Executor lookups,
        Duration patience) {
    /** The same with another transport. */
    public Surroundings over(Transport other) {
        return new Surroundings(server, other, timer, clock, random, lookups, patience);
    }
}
