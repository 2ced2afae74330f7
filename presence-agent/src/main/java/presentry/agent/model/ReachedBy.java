package presentry.agent.model;

/**
 * The way the newest request of a dialog came in: NOTIFYs of the dialog take it back where that is possible.
 *
 * @param transport {@code UDP} or {@code TCP}
 * @param localHost address of this server that was reached, as a literal
 * @param localPort 1 to 65535
 * @param remoteHost address of the peer, as a literal
 * @param remotePort 1 to 65535
 * @param connection the id of the TCP connection; empty for UDP and for a connection of an earlier process, which nobody
 *     can find again
 */
public record ReachedBy(
        String transport, String localHost, int localPort, String remoteHost, int remotePort, String connection) {
    /** A way that is no living connection: a pair of addresses. */
    public ReachedBy(String transport, String localHost, int localPort, String remoteHost, int remotePort) {
        this(transport, localHost, localPort, remoteHost, remotePort, "");
    }

    /** Takes what many dialogs have in common as one object, which stays as long as they do; behind a proxy all have one peer. */
    public ReachedBy {
        transport = transport.intern();
        localHost = localHost.intern();
        remoteHost = remoteHost.intern();
    }
}
