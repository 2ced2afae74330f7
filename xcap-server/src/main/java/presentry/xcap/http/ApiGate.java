package presentry.xcap.http;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import presentry.xcap.http.Authentication.Identified;
import presentry.xcap.usage.Requester;

/** Lets administrators through to the management interface; without authentication, the programs of the own machine. */
final class ApiGate extends Handler.Wrapper {

    private static final String API = "/api/";

    private final Authentication authentication;

    ApiGate(Authentication authentication, Handler behind) {
        super(behind);
        this.authentication = authentication;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!request.getHttpURI().getPathQuery().startsWith(API)) {
            return false;
        }
        switch (authentication.identify(request)) {
            case Identified.As known
            when mayManage(known.requester()) -> {
                return super.handle(request, response, callback);
            }
            case Identified.As other ->
                HttpAnswer.sentence(HttpStatus.FORBIDDEN_403, "Only administrators may do this.")
                        .send(response, callback);
            case Identified.Refused refused ->
                HttpAnswer.sentence(HttpStatus.FORBIDDEN_403, refused.why()).send(response, callback);
            case Identified.Challenged challenged ->
                HttpAnswer.sentence(
                                HttpStatus.UNAUTHORIZED_401,
                                "Credentials are needed.",
                                challenged.challenges().stream()
                                        .map(value -> new HttpField(HttpHeader.WWW_AUTHENTICATE, value))
                                        .toArray(HttpField[]::new))
                        .send(response, callback);
        }
        return true;
    }

    private static boolean mayManage(Requester requester) {
        return switch (requester) {
            case Requester.Administrator trusted -> true;
            case Requester.OwnerOfTheTree local -> true;
            case Requester.User user -> false;
        };
    }
}
