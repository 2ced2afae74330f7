package presentry.bench.load;

import java.util.Optional;
import java.util.function.Consumer;

/** One request and all that must come for it: its answer, and for a SUBSCRIBE a NOTIFY. */
final class Conversation {
    final int socket;
    final String callId;
    final byte[] request;
    private final Optional<Dialog> dialog;
    private final int notifiedBefore;
    private final Consumer<MessageText> answered;
    private boolean hasAnswer;
    private boolean wrong;
    /** In nanoseconds of {@link System#nanoTime()}: when it was due, and when it is to be sent again. */
    final long begun;

    long again;
    int repetitions;

    private Conversation(
            int socket,
            String callId,
            byte[] request,
            Optional<Dialog> dialog,
            Consumer<MessageText> answered,
            long begun) {
        this.socket = socket;
        this.callId = callId;
        this.request = request;
        this.dialog = dialog;
        this.notifiedBefore = dialog.map(known -> known.notified).orElse(0);
        this.answered = answered;
        this.begun = begun;
    }

    /** A SUBSCRIBE, which is over when its 200 and a NOTIFY have come. */
    static Conversation subscribe(Dialog dialog, byte[] request, long begun) {
        return new Conversation(dialog.socket, dialog.callId, request, Optional.of(dialog), dialog::established, begun);
    }

    /** A PUBLISH, which is over when its 200 has come. */
    static Conversation publish(int socket, String callId, byte[] request, Consumer<MessageText> answered, long begun) {
        return new Conversation(socket, callId, request, Optional.empty(), answered, begun);
    }

    void answer(MessageText answer) {
        hasAnswer = true;
        if (answer.status() == 200) {
            answered.accept(answer);
        } else {
            wrong = true;
        }
    }

    /** Whether it got another final answer than 200. */
    boolean isWrong() {
        return wrong;
    }

    boolean isOver() {
        return wrong
                || (hasAnswer
                        && dialog.map(known -> known.notified > notifiedBefore).orElse(true));
    }
}
