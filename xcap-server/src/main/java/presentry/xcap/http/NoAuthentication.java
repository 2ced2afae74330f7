package presentry.xcap.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import presentry.xcap.usage.Requester;

/**
 * Nobody is asked who he is: for a server that only programs of the same machine can reach. A request that was forwarded, or
 * that a web page made a browser send to another host name, comes from elsewhere and is refused.
 */
public final class NoAuthentication implements Authentication {

    private static final List<HttpHeader> TRACES_OF_A_PROXY = List.of(HttpHeader.FORWARDED, HttpHeader.VIA);

    private static final Pattern LOOPBACK =
            Pattern.compile("(?:localhost|127(?:\\.[0-9]{1,3}){3}|\\[::1\\])(?::[0-9]{1,5})?");

    private static final Identified OWNER = new Identified.As(new Requester.OwnerOfTheTree());

    private final boolean loopbackOnly;

    /** @param loopbackOnly false if the operator has opened the server to the network with a key of its own */
    public NoAuthentication(boolean loopbackOnly) {
        this.loopbackOnly = loopbackOnly;
    }

    @Override
    public boolean waits() {
        return false;
    }

    @Override
    public Identified identify(Request request) {
        return loopbackOnly
                ? cameFromElsewhere(request)
                        .<Identified>map(Identified.Refused::new)
                        .orElse(OWNER)
                : OWNER;
    }

    private static Optional<String> cameFromElsewhere(Request request) {
        for (HttpField field : request.getHeaders()) {
            boolean forwarded = TRACES_OF_A_PROXY.contains(field.getHeader())
                    || field.getName().toLowerCase(Locale.ROOT).startsWith("x-forwarded");
            if (forwarded) {
                return Optional.of("This server has no authentication and serves its own machine only, but the request"
                        + " was forwarded (" + field.getName() + ").");
            }
        }
        String host = Optional.ofNullable(request.getHeaders().get(HttpHeader.HOST)) // HTTP/2 may have :authority alone
                .orElseGet(() -> String.valueOf(request.getHttpURI().getAuthority()))
                .toLowerCase(Locale.ROOT);
        return LOOPBACK.matcher(host).matches()
                ? Optional.empty()
                : Optional.of("This server has no authentication and serves its own machine only: address it as"
                        + " localhost or 127.0.0.1.");
    }
}
