package presentry.xcap.http;

import java.util.Arrays;
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
        String path = request.getHttpURI().getPath();
        if (!guarded.test(path)) {
            return false;
        }
        if (!isPlain(path)) {
            HttpAnswer.sentence(HttpStatus.BAD_REQUEST_400, "Write the path without dot segments, parameters and `//`.")
                    .send(response, callback);
            return true;
        }
        switch (authentication.identify(request)) {
            case Identified.As known
            when mayManage(known.requester()) -> {
                if (!ForeignPages.mayHaveSent(request)) {
                    HttpAnswer.protect(response);
                    return super.handle(request, response, callback);
                }
                HttpAnswer.sentence(HttpStatus.FORBIDDEN_403, "A page of another origin may change nothing here.")
                        .send(response, callback);
            }
            case Identified.As other ->
                HttpAnswer.sentence(HttpStatus.FORBIDDEN_403, "Only administrators may do this.")
                        .send(response, callback);
            case Identified.Refused refused ->
                HttpAnswer.sentence(HttpStatus.FORBIDDEN_403, refused.why()).send(response, callback);
            case Identified.Delayed delayed ->
                HttpAnswer.delayed(delayed.delay()).send(response, callback);
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

    /** What the resources behind would normalise or cut off, so that they act on another address than was sent. */
    private static boolean isPlain(String path) {
        return path.indexOf(';') < 0
                && path.indexOf('\\') < 0
                && !path.contains("//")
                && Arrays.stream(path.split("/", -1))
                        .map(segment -> segment.replace("%2e", ".").replace("%2E", "."))
                        .noneMatch(segment -> segment.equals(".") || segment.equals(".."));
    }

    private static boolean mayManage(Requester requester) {
        return switch (requester) {
            case Requester.Administrator trusted -> true;
            case Requester.OwnerOfTheTree local -> true;
            case Requester.User user -> false;
        };
    }
}
