package presentry.xcap.http;

import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import presentry.xcap.address.Address;
import presentry.xcap.address.XcapUri;
import presentry.xcap.address.XcapUriReader;
import presentry.xcap.http.Authentication.Identified;
import presentry.xcap.service.Preconditions;
import presentry.xcap.service.XcapService;
import presentry.xcap.usage.Requester;

/**
 * The XCAP tree on the raw request target: paths hold selectors, and no container may decode or normalise them first.
 * Judges in the order of RFC 4825, section 8: usage, authentication, and then whatever the service says.
 */
final class XcapHandler extends Handler.Abstract.NonBlocking {

    private static final Logger LOG = LoggerFactory.getLogger(XcapHandler.class);

    private static final HttpField ALLOW = new PreEncodedHttpField(HttpHeader.ALLOW, "GET, HEAD, PUT, DELETE, OPTIONS");

    private final XcapUriReader uris;
    private final XcapService service;
    private final Authentication authentication;
    private final RequestBodyReader bodies;
    private final WaitingWork work;
    private final RequestOrigins origins;

    /**
     * @param origins finds by which address the server was asked
     * @param work where what may wait is answered
     */
    XcapHandler(
            XcapUriReader uris,
            XcapService service,
            Authentication authentication,
            RequestBodyReader bodies,
            RequestOrigins origins,
            WaitingWork work) {
        this.uris = uris;
        this.service = service;
        this.authentication = authentication;
        this.bodies = bodies;
        this.origins = origins;
        this.work = work;
    }

    /** False if the target is no XCAP address. */
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Address address = uris.read(request.getHttpURI().getPathQuery());
        if (address instanceof Address.OutsideOfRoots) {
            return false;
        }
        if (needsNoWaiting(request, address)) {
            answer(request, response, callback, address);
        } else {
            work.answer(request, response, callback, () -> {
                answer(request, response, callback, address);
                return true;
            });
        }
        return true;
    }

    /** Reading a whole document that is in memory, for somebody about whom nothing has to be looked up. */
    private boolean needsNoWaiting(Request request, Address address) {
        return HttpMethod.GET.is(request.getMethod())
                && !authentication.waits()
                && address instanceof Address.Located located
                && located.uri().node().isEmpty()
                && service.hasAtHand(located.uri().document());
    }

    private void answer(Request request, Response response, Callback callback, Address address) {
        HttpAnswer answer = answer(request, address);
        if (HttpMethod.GET.is(request.getMethod())) {
            LOG.debug("{} {} {}", request.getMethod(), placeOf(address), answer.status());
        } else {
            LOG.info("{} {} {}", request.getMethod(), placeOf(address), answer.status());
        }
        answer.send(response, callback);
    }

    /** What the log calls it; a target with control characters in it was refused as malformed. */
    private static String placeOf(Address address) {
        return switch (address) {
            case Address.Located located -> located.uri().document().toString();
            case Address.NoSuchUser nobody -> nobody.auid() + " of no such user";
            case Address.NoSuchPlace nowhere -> "no such place";
            case Address.OutsideOfRoots elsewhere -> "outside of the roots";
            case Address.Malformed malformed -> "no URI";
        };
    }

    private HttpAnswer answer(Request request, Address address) {
        return switch (address) {
            case Address.Malformed malformed -> HttpAnswer.sentence(HttpStatus.BAD_REQUEST_400, malformed.why());
            case Address.OutsideOfRoots elsewhere -> notFound("This is no XCAP address.");
            case Address.NoSuchPlace nowhere -> notFound(nowhere.why());
            case Address.NoSuchUser nobody ->
                forKnownUsage(nobody.auid(), request, requester -> notFound("This server has no such user."));
            case Address.Located located ->
                forKnownUsage(
                        located.uri().document().auid(),
                        request,
                        requester -> serve(request, located.uri().at(origins.of(request)), requester));
        };
    }

    /** Section 8: an unknown usage is told before authentication, an unknown user after it. */
    private HttpAnswer forKnownUsage(String auid, Request request, Function<Requester, HttpAnswer> next) {
        if (!service.knows(auid)) {
            return notFound("This server has no application usage `" + auid + "`.");
        }
        RequestFigures.belongs(request, auid);
        return switch (authentication.identify(request)) {
            case Identified.As known -> next.apply(known.requester());
            case Identified.Refused refused -> HttpAnswer.sentence(HttpStatus.FORBIDDEN_403, refused.why());
            case Identified.Delayed delayed -> HttpAnswer.delayed(delayed.delay());
            case Identified.Challenged challenged ->
                HttpAnswer.sentence(
                        HttpStatus.UNAUTHORIZED_401,
                        "Credentials are needed.",
                        challenged.challenges().stream()
                                .map(value -> new HttpField(HttpHeader.WWW_AUTHENTICATE, value))
                                .toArray(HttpField[]::new));
        };
    }

    private HttpAnswer serve(Request request, XcapUri uri, Requester requester) {
        Optional<Preconditions> preconditions = PreconditionsReader.read(request.getHeaders());
        if (preconditions.isEmpty()) {
            return HttpAnswer.sentence(
                    HttpStatus.BAD_REQUEST_400, "If-Match and If-None-Match take `*` or entity tags in double quotes.");
        }
        return switch (request.getMethod()) {
            case "GET", "HEAD" -> XcapAnswers.of(service.get(uri, requester, preconditions.get()), uri);
            case "PUT" -> put(request, uri, requester, preconditions.get());
            case "DELETE" -> XcapAnswers.of(service.delete(uri, requester, preconditions.get()), uri);
            case "OPTIONS" -> HttpAnswer.empty(HttpStatus.OK_200, ALLOW);
            default ->
                HttpAnswer.sentence(HttpStatus.METHOD_NOT_ALLOWED_405, "XCAP knows GET, HEAD, PUT and DELETE.", ALLOW);
        };
    }

    private HttpAnswer put(Request request, XcapUri uri, Requester requester, Preconditions preconditions) {
        if (request.getHeaders().contains(HttpHeader.CONTENT_RANGE)) { // RFC 9110, section 14.5
            return HttpAnswer.sentence(
                    HttpStatus.BAD_REQUEST_400,
                    "A PUT replaces the whole document or node: send it without Content-Range.");
        }
        return switch (bodies.read(request)) {
            case RequestBody.Read body ->
                XcapAnswers.of(service.put(uri, requester, preconditions, body.entity()), uri);
            case RequestBody.Refused refused -> refused.answer();
        };
    }

    private static HttpAnswer notFound(String why) {
        return HttpAnswer.sentence(HttpStatus.NOT_FOUND_404, why);
    }
}
