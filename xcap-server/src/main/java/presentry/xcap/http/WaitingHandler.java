package presentry.xcap.http;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Lets handlers work that may wait. It takes all requests, so it is the last one. */
final class WaitingHandler extends Handler.Wrapper {

    private final WaitingWork work;

    WaitingHandler(WaitingWork work, Handler handler) {
        super(handler);
        this.work = work;
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        work.answer(request, response, callback, () -> super.handle(request, response, callback));
        return true;
    }
}
