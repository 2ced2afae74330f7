package presentry.agent.endpoint;

import presentry.sip.transport.Transport;

/** Where peers reach this server: {@link presentry.sip.SipStack#contactPlace}. */
@FunctionalInterface
public interface ContactPlace {
    /** Host and port as they stand in a URI. */
    String of(Transport transport);
}
