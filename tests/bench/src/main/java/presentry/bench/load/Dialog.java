package presentry.bench.load;

/** A subscription of the load program, by its Call-ID. */
final class Dialog {
    final int socket;
    final String watcher;
    final String presentity;
    final String callId;
    /** The server's Contact and tag; empty before the first answer. */
    String target = "";

    String to;
    long cseq;
    long lastNotify;
    /** How many NOTIFYs came, each counted once. */
    int notified;

    /**
     * A subscription that was not asked for yet.
     *
     * @param watcher without scheme: {@code w1@example.com}
     * @param presentity without scheme
     */
    Dialog(int socket, String watcher, String presentity, String callId) {
        this.socket = socket;
        this.watcher = watcher;
        this.presentity = presentity;
        this.callId = callId;
        this.to = "<sip:" + presentity + ">";
    }

    /** Learns from the answer that made the dialog (RFC 3261, section 12.1.2). */
    void established(MessageText answer) {
        if (target.isEmpty()) {
            String contact = answer.header("Contact");
            target = contact.substring(contact.indexOf('<') + 1, contact.indexOf('>'));
            to = answer.header("To");
        }
    }

    /** False if the NOTIFY was seen before: it was sent again. */
    boolean received(MessageText notify) {
        long number = notify.cseq();
        if (number <= lastNotify) {
            return false;
        }
        lastNotify = number;
        notified++;
        return true;
    }
}
