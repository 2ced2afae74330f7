package presentry.agent.endpoint;

import presentry.agent.model.ReachedBy;
import presentry.sip.transport.Transport;

/**
 * Our Contact in a dialog (RFC 3261, section 12.1.1). It has the transport that the watcher used, for he sends his next
 * requests there: a TCP Contact would move a UDP watcher to TCP. The place is where we listen now, not where the stored
 * dialog reached us, for that may have been before a restart.
 */
record ServerContact(ContactPlace place) {
    /** The value of the Contact header field. */
    String reachedBy(ReachedBy way) {
        Transport transport = Transport.valueOf(way.transport());
        return switch (transport) {
            case UDP -> "<sip:" + place.of(transport) + ">";
            case TCP -> "<sip:" + place.of(transport) + ";transport=tcp>";
        };
    }
}
