package presentry.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import presentry.demo.Content;
import presentry.scenario.Scenario.Actor;

/** All that can happen in a conversation. */
sealed interface Step {
    /** An HTTP request. The path is what follows the XCAP root. */
    record Http(Actor actor, String verb, String path, Map<String, String> headers, Optional<Content> body)
            implements Step {}

    /**
     * A SIP request outside of a dialog.
     *
     * @param routed whether it carries a Route to the recipient; for a MESSAGE
     */
    record Sip(
            Actor actor,
            String method,
            String target,
            Map<String, String> headers,
            Optional<Content> body,
            boolean routed)
            implements Step {}

    /** A SUBSCRIBE in a dialog: the last one, or the last one with this event. */
    record InDialog(Actor actor, Map<String, String> headers) implements Step {}

    /** From now on this device answers each MESSAGE so. */
    record Answering(Actor actor, int status) implements Step {}

    /** Something has come, one after the other. */
    record Receives(Actor actor, List<Expected> expected) implements Step {}

    /** The clock of the server moves. */
    record TimePasses(Duration duration) implements Step {}

    /** Somebody sets the wall clock of the server's machine, ahead if positive. */
    record WallClockIsSet(Duration ahead) implements Step {}

    /** The server stops in good order and starts again. */
    record Restart() implements Step {}

    /** The server is killed and starts again. */
    record Kill() implements Step {}
}
