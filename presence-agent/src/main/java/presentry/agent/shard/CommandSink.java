package presentry.agent.shard;

import presentry.agent.model.DialogId;
import presentry.agent.presentity.Command;
import presentry.uri.Aor;

/** Takes commands for presentities, from any thread, and returns at once. */
public interface CommandSink {
    /**
     * Tells a presentity something. A {@link Command.Request} that finds a full mailbox is answered
     * {@code Refused(TRY_AGAIN)} through its requester.
     *
     * @param home whose mailbox, in the spelling of {@link Aor#home()}
     */
    void tell(Aor home, Command command);

    /**
     * Tells the presentity that a dialog belongs to; its mailbox is found from the local tag. An unknown dialog is answered
     * {@code Refused(NO_SUCH_SUBSCRIPTION)}.
     */
    void tellDialog(DialogId dialog, Command.Request request);
}
