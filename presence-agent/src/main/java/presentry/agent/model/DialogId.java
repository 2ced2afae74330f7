package presentry.agent.model;

/**
 * Names a dialog as this server sees it (RFC 3261, section 12). The local tag begins with the shard of the presentity, so
 * that a request inside the dialog finds its mailbox without a table.
 *
 * @param callId octet by octet
 * @param localTag made by this server
 * @param remoteTag made by the watcher
 */
public record DialogId(String callId, String localTag, String remoteTag) {}
