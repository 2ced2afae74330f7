package presentry.xcap.http;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers 400 to a request target that the container has already shortened or altered, so that no request acts on another
 * address than the one that was sent: no form of a target has a fragment (RFC 9112, section 3.2), and octets that are no UTF-8
 * are all read as the same character.
 */
final class RequestTargets extends Handler.Wrapper {

    private static final char REPLACEMENT = '\uFFFD';

    RequestTargets(Handler behind) {
        super(behind);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        HttpURI target = request.getHttpURI();
        if (target.getFragment() == null && target.getPathQuery().indexOf(REPLACEMENT) < 0) {
            return super.handle(request, response, callback);
        }
        HttpAnswer.sentence(
                        HttpStatus.BAD_REQUEST_400,
                        "A request target has no `#` and no octets outside of UTF-8: percent-encode them.")
                .send(response, callback);
        return true;
    }
}
