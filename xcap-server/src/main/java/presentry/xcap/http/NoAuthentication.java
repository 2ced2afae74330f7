package presentry.xcap.http;

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

    /** The operator opened the trees of the users to the network, not what is about the whole server. */
    @Override
    public Authentication forManagement() {
        return new LocalPrograms();
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
            if (isTraceOfAProxy(field)) {
                return Optional.of("This server has no authentication and serves its own machine only, but the request"
                        + " was forwarded (" + field.getName() + ").");
            }
        }
        return LOOPBACK.matcher(TargetAuthority.of(request)).matches()
                ? Optional.empty()
                : Optional.of("This server has no authentication and serves its own machine only: address it as"
                        + " localhost or 127.0.0.1.");
    }

    /** Fields that this server does not know have no constant; they are passed over (RFC 9110, section 5.1). */
    private static boolean isTraceOfAProxy(HttpField field) {
        return field.getHeader() == HttpHeader.FORWARDED
                || field.getHeader() == HttpHeader.VIA
                || field.getName().toLowerCase(Locale.ROOT).startsWith("x-forwarded");
    }
}
