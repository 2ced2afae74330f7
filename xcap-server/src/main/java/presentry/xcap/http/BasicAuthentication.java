package presentry.xcap.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import presentry.account.PasswordVerifier;

/** HTTP Basic (RFC 7617): only where nobody can listen, over TLS or within the own machine. */
public final class BasicAuthentication implements Authentication {

    private static final String SCHEME = "basic ";

    private final String realm;
    private final PasswordVerifier verifier;
    private final Principals principals;

    /** @param realm is shown to the user */
    public BasicAuthentication(String realm, PasswordVerifier verifier, Principals principals) {
        this.realm = realm;
        this.verifier = verifier;
        this.principals = principals;
    }

    @Override
    public Identified identify(Request request) {
        if (!request.isSecure() && !Peer.isLoopback(request)) {
            return new Identified.Refused("Passwords are taken over TLS only: use https.");
        }
        return Optional.ofNullable(request.getHeaders().get(HttpHeader.AUTHORIZATION))
                .flatMap(BasicAuthentication::userAndPassword)
                .flatMap(pair -> verifier.verify(pair.getFirst(), pair.getLast()))
                .<Identified>map(user -> new Identified.As(principals.of(user)))
                .orElseGet(
                        () -> new Identified.Challenged(List.of("Basic realm=\"" + realm + "\", charset=\"UTF-8\"")));
    }

    private static Optional<List<String>> userAndPassword(String field) {
        if (!field.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            byte[] octets =
                    Base64.getDecoder().decode(field.substring(SCHEME.length()).strip());
            String pair = new String(octets, StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(List.of(pair.substring(0, colon), pair.substring(colon + 1)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
