package presentry.xcap.http;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import presentry.account.Login;
import presentry.account.PasswordCheck;

/**
 * Basic (RFC 7617): each request carries the password of an account, so it must come over TLS or from this machine
 * (section 4).
 */
public final class BasicAuthentication implements Authentication {

    private static final Pattern CREDENTIALS =
            Pattern.compile("[ \\t]*Basic[ \\t]+([A-Za-z0-9+/=]{1,2048})[ \\t]*", Pattern.CASE_INSENSITIVE);

    private final PasswordCheck check;
    private final Requesters requesters;

    /** @param requesters what a user may be beside the owner of a tree */
    public BasicAuthentication(PasswordCheck check, Requesters requesters) {
        this.check = check;
        this.requesters = requesters;
    }

    @Override
    public Identified identify(Request request) {
        if (!request.isSecure() && !Peers.isLoopback(request)) {
            return new Identified.Refused("Passwords are taken over TLS only: address this server by https.");
        }
        return Optional.ofNullable(request.getHeaders().get(HttpHeader.AUTHORIZATION))
                .flatMap(value -> requester(value, Peers.addressOrNone(request)))
                .orElseGet(() ->
                        new Identified.Challenged(List.of("Basic realm=\"" + check.realm() + "\", charset=\"UTF-8\"")));
    }

    private Optional<Identified> requester(String value, InetAddress client) {
        return decoded(value).filter(pair -> pair.indexOf(':') > 0).flatMap(pair -> {
            int colon = pair.indexOf(':'); // a login name has none (section 2)
            return switch (check.judge(pair.substring(0, colon), pair.substring(colon + 1), client)) {
                case Login.Proven proven -> Optional.of(new Identified.As(requesters.of(proven.user())));
                case Login.Delayed delayed -> Optional.of(new Identified.Delayed(delayed.delay()));
                case Login.Stale noNonce -> Optional.empty();
                case Login.Unproven unproven -> Optional.empty();
            };
        });
    }

    private static Optional<String> decoded(String value) {
        Matcher credentials = CREDENTIALS.matcher(value);
        if (!credentials.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new String(Base64.getDecoder().decode(credentials.group(1)), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
