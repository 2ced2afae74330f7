package presentry.bench.load;

import java.nio.charset.StandardCharsets;

/** Writes the requests of the load program as they go onto the wire. */
final class RequestWriter {
    private final Sockets sockets;
    private long branches;

    RequestWriter(Sockets sockets) {
        this.sockets = sockets;
    }

    /** The next SUBSCRIBE of a dialog, inside it as soon as it is there. */
    byte[] subscribe(Dialog dialog, int expires) {
        dialog.cseq++;
        String target = dialog.target.isEmpty() ? "sip:" + dialog.presentity : dialog.target;
        return text("SUBSCRIBE", target, dialog.socket)
                .append("From: <sip:")
                .append(dialog.watcher)
                .append(">;tag=f\r\nTo: ")
                .append(dialog.to)
                .append("\r\nCall-ID: ")
                .append(dialog.callId)
                .append("\r\nCSeq: ")
                .append(dialog.cseq)
                .append(" SUBSCRIBE\r\nContact: <sip:")
                .append(dialog.watcher, 0, dialog.watcher.indexOf('@') + 1)
                .append(sockets.place(dialog.socket))
                .append(">\r\nEvent: presence\r\nAccept: application/pidf+xml\r\nExpires: ")
                .append(expires)
                .append("\r\nContent-Length: 0\r\n\r\n")
                .toString()
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * A PUBLISH.
     *
     * @param user without scheme
     * @param entityTag goes into SIP-If-Match; empty for none
     * @param body PIDF; empty for none
     */
    byte[] publish(int socket, String user, String callId, String entityTag, int expires, String body) {
        StringBuilder out = text("PUBLISH", "sip:" + user, socket)
                .append("From: <sip:")
                .append(user)
                .append(">;tag=f\r\nTo: <sip:")
                .append(user)
                .append(">\r\nCall-ID: ")
                .append(callId)
                .append("\r\nCSeq: 1 PUBLISH\r\nEvent: presence\r\nExpires: ")
                .append(expires)
                .append("\r\n");
        if (!entityTag.isEmpty()) {
            out.append("SIP-If-Match: ").append(entityTag).append("\r\n");
        }
        if (!body.isEmpty()) {
            out.append("Content-Type: application/pidf+xml\r\n");
        }
        return out.append("Content-Length: ")
                .append(body.length())
                .append("\r\n\r\n")
                .append(body)
                .toString()
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private StringBuilder text(String method, String uri, int socket) {
        branches++;
        return new StringBuilder(1024)
                .append(method)
                .append(' ')
                .append(uri)
                .append(" SIP/2.0\r\nVia: ")
                .append(sockets.via(socket))
                .append(";branch=z9hG4bK")
                .append(branches)
                .append(";rport\r\nMax-Forwards: 70\r\n");
    }
}
