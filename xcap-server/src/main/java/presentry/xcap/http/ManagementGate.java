package presentry.xcap.http;

import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import presentry.xcap.http.Authentication.Identified;
import presentry.xcap.usage.Requester;

/** Lets administrators through to what is about the whole server; without authentication, the programs of the own machine. */
final class ManagementGate extends Handler.Wrapper {

    private final Predicate<String> guarded;
    private final Authentication authentication;

    /** @param guarded which paths are behind the gate; all others pass by it */
    ManagementGate(Predicate<String> guarded, Authentication authentication, Handler behind) {
        super(behind);
        this.guarded = guarded;
        this.authentication = authentication;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!guarded.test(request.getHttpURI().getPath())) {
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
