package presentry.sip.transport;

/** How SIP messages travel (RFC 3261, section 18). */
public enum Transport {
    /** One message in a datagram; lost ones are repeated by the transactions. */
    UDP,
    /** Messages after each other on a connection. */
    TCP
}
