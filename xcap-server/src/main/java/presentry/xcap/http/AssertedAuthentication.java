package presentry.xcap.http;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.jetty.server.Request;
import presentry.account.UserDirectory;
import presentry.uri.Aor;

/**
 * A proxy in front has authenticated the user and says who it is, in X-3GPP-Asserted-Identity (3GPP TS 24.109, section 5). Its
 * word counts if the proxy is trusted; from others nothing is taken.
 */
public final class AssertedAuthentication implements Authentication {

    private static final String FIELD = "X-3GPP-Asserted-Identity";

    private static final int MAX_LENGTH = 4096;

    private final Predicate<InetAddress> trusted;
    private final UserDirectory users;
    private final Requesters requesters;

    /**
     * @param trusted whose word counts
     * @param users who may be asserted
     * @param requesters what a user may be beside the owner of a tree
     */
    public AssertedAuthentication(Predicate<InetAddress> trusted, UserDirectory users, Requesters requesters) {
        this.trusted = trusted;
        this.users = users;
        this.requesters = requesters;
    }

    @Override
    public Identified identify(Request request) {
        if (Peers.address(request).filter(trusted).isEmpty()) {
            return new Identified.Refused("This server takes requests from its trusted proxies only.");
        }
        return asserted(request.getHeaders().getValuesList(FIELD))
                .<Identified>map(user -> new Identified.As(requesters.of(user)))
                .orElseGet(() -> new Identified.Refused(
                        "The proxy does not say (" + FIELD + ") which user of this server sent the request."));
    }

    /** Several identities are several names of one person; the first that is a user here counts. */
    private Optional<Aor> asserted(List<String> values) {
        String joined = String.join(",", values);
        return joined.length() > MAX_LENGTH
                ? Optional.empty()
                : Arrays.stream(joined.split(",", -1))
                        .map(AssertedAuthentication::unquoted)
                        .map(Aor::parse)
                        .flatMap(Optional::stream)
                        .map(Aor::home)
                        .filter(users::exists)
                        .findFirst();
    }

    private static String unquoted(String value) {
        String text = value.strip();
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
