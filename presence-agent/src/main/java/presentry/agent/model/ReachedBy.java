package presentry.agent.model;

/**
 * The way the newest request of a dialog came in: NOTIFYs of the dialog take it back where that is possible.
 *
 * @param transport {@code UDP} or {@code TCP}
 * @param localHost address of this server that was reached, as a literal
 * @param localPort 1 to 65535
 * @param remoteHost address of the peer, as a literal
 * @param remotePort 1 to 65535
 */
public record ReachedBy(String transport, String localHost, int localPort, String remoteHost, int remotePort) {
    /** Takes what many dialogs have in common as one object, which stays as long as they do; behind a proxy all have one peer. */
    public ReachedBy {
        transport = transport.intern();
        localHost = localHost.intern();
        remoteHost = remoteHost.intern();
    }
}
