package presentry.xcap.http;

import java.util.concurrent.Executor;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Where requests are answered that may wait, for the rest of a body or for the disk: on threads of their own, so that those that
 * look after the connections never wait.
 */
final class WaitingWork {

    /** What answers a request. */
    interface Answering {
        /** False if it is not for this one to answer. */
        boolean answer() throws Exception;
    }

    private final Executor threads;

    WaitingWork(Executor threads) {
        this.threads = threads;
    }

    /** The request is answered in any case: with 404 if nobody wants to, with 500 if something went wrong. */
    @SuppressWarnings("IllegalCatch") // whatever went wrong, somebody waits for an answer
    void answer(Request request, Response response, Callback callback, Answering answering) {
        threads.execute(() -> {
            try {
                if (!answering.answer()) {
                    Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
                }
            } catch (Exception | Error defect) {
                Response.writeError(request, response, callback, defect);
            }
        });
    }
}
