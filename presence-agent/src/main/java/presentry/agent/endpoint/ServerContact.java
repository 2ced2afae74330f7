package presentry.agent.endpoint;

import java.util.Optional;
import presentry.agent.model.ReachedBy;

/**
 * Our Contact in a dialog (RFC 3261, section 12.1.1): the address at which the watcher reached us, with the transport he
 * used, for he sends his next requests there; a TCP Contact would move a UDP watcher to TCP.
 *
 * @param publicHost the host to put in place of the address
 */
record ServerContact(Optional<String> publicHost) {
    /** The value of the Contact header field. */
    String reachedBy(ReachedBy way) {
        String host = publicHost.orElseGet(() -> withoutZone(way.localHost()));
        String transport = way.transport().equals("TCP") ? ";transport=tcp" : "";
        return "<sip:" + bracketed(host) + ":" + way.localPort() + transport + ">";
    }

    /** The zone of a link-local address means something on this machine alone. */
    private static String withoutZone(String host) {
        int zone = host.indexOf('%');
        return zone < 0 ? host : host.substring(0, zone);
    }

    private static String bracketed(String host) {
        return host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
    }
}
