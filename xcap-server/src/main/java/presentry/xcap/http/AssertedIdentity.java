package presentry.xcap.http;

import java.net.InetAddress;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Request;
import presentry.uri.Aor;

/**
 * A proxy in front has authenticated the user and asserts the identity in {@code X-3GPP-Asserted-Identity} (3GPP TS 33.222).
 * Believed from trusted peers only; anybody else is refused, with the field or without.
 */
public final class AssertedIdentity implements Authentication {

    private static final String FIELD = "X-3GPP-Asserted-Identity";

    private final Set<InetAddress> trusted;
    private final Principals principals;

    /** @param trusted the proxies */
    public AssertedIdentity(Set<InetAddress> trusted, Principals principals) {
        this.trusted = Set.copyOf(trusted);
        this.principals = principals;
    }

    @Override
    public Identified identify(Request request) {
        if (Peer.address(request).filter(trusted::contains).isEmpty()) {
            return new Identified.Refused("This server is reached through its proxy only.");
        }
        return request.getHeaders().getValuesList(FIELD).stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(value -> value.strip().replaceAll("^\"|\"$", ""))
                .map(Aor::parse)
                .flatMap(Optional::stream)
                .filter(aor -> aor.home().scheme().equals("sip"))
                .findFirst()
                .<Identified>map(user -> new Identified.As(principals.of(user)))
                .orElseGet(() -> new Identified.Refused("The proxy did not say who asks: " + FIELD + " is missing."));
    }
}
