package presentry.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import presentry.demo.UserAgent;
import presentry.demo.Watching;
import presentry.sip.message.NameAddress;
import presentry.sip.message.SipRequest;
import presentry.sip.message.SipResponse;

/** A subscription whose first SUBSCRIBE was acknowledged: a dialog that must go on (RFC 6665, section 4.1). */
final class Subscribed {
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int NO_SUCH_DIALOG = 481;

    private final Watching watching;
    private final Notified notified;
    private final Promises promises;
    private final Notified.Dialog dialog;
    private long cseqBeforeTheKill;

    private Subscribed(Watching watching, Notified notified, Promises promises, Notified.Dialog dialog) {
        this.watching = watching;
        this.notified = notified;
        this.promises = promises;
        this.dialog = dialog;
    }

    /** Subscribes to somebody's presence; empty if that is in doubt. */
    static Optional<Subscribed> begin(UserAgent agent, String target, Notified notified, Promises promises) {
        Watching watching = agent.watch(target, "presence");
        SipRequest request = watching.subscribe()
                .header("Expires", Long.toString(AN_HOUR.toSeconds()))
                .build();
        return promises.ask(() -> watching.send(request), SipResponse::status)
                .map(response -> new Notified.Dialog(request.callId(), tagOfTheServer(response)))
                .map(dialog -> new Subscribed(watching, notified, promises, dialog));
    }

    /** False if that is in doubt; the dialog goes on all the same. */
    boolean refresh() {
        return promises.ask(() -> watching.send(AN_HOUR), SipResponse::status).isPresent();
    }

    /** Unsubscribes; false if that is in doubt. */
    boolean end() {
        return promises.ask(() -> watching.send(Duration.ZERO), SipResponse::status)
                .isPresent();
    }

    void awaitActive() {
        notified.awaitActive(dialog, 0, PATIENCE);
    }

    /** Call it when the server is dead. */
    void remember() {
        cseqBeforeTheKill = notified.cseq(dialog);
    }

    /** It goes on: a NOTIFY with a higher CSeq comes unasked, and a refresh inside the dialog is answered. */
    void checkGoesOn() {
        notified.awaitActive(dialog, cseqBeforeTheKill, PATIENCE);
        assertThat(refresh()).as("refreshed %s", dialog).isTrue();
    }

    void checkEnded() {
        assertThat(watching.send(AN_HOUR).status())
                .as("refresh of %s, which was ended", dialog)
                .isEqualTo(NO_SUCH_DIALOG);
    }

    private static String tagOfTheServer(SipResponse response) {
        return response.to().flatMap(NameAddress::tag).orElseThrow(() -> new AssertionError("no tag in " + response));
    }
}
