package presentry.xcap.http;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import presentry.account.DigestAlgorithm;
import presentry.account.DigestCheck;
import presentry.account.Login;

/** Digest (RFC 7616): each request carries a proof that its sender knows the password of an account. */
public final class DigestAuthentication implements Authentication {

    private static final Pattern SCHEME_AND_AUTHORITY = Pattern.compile("^https?://[^/]*", Pattern.CASE_INSENSITIVE);

    private static final Pattern PERCENT_ENCODED = Pattern.compile("%([0-9A-Fa-f]{2})");

    private final DigestCheck check;
    private final Requesters requesters;
    private final List<String> md5Agents;

    /**
     * @param requesters what a user may be beside the owner of a tree
     * @param md5Agents how the User-Agent of clients begins that give up at the sight of another challenge than MD5
     */
    public DigestAuthentication(DigestCheck check, Requesters requesters, List<String> md5Agents) {
        this.check = check;
        this.requesters = requesters;
        this.md5Agents = List.copyOf(md5Agents);
    }

    @Override
    public Identified identify(Request request) {
        Login login = check.judge(
                request.getHeaders().getValuesList(HttpHeader.AUTHORIZATION),
                request.getMethod(),
                uri -> sameTarget(request.getHttpURI().getPathQuery(), uri),
                Peers.addressOrNone(request));
        return switch (login) {
            case Login.Proven proven -> new Identified.As(requesters.of(proven.user()));
            case Login.Delayed delayed -> new Identified.Delayed(delayed.delay());
            case Login.Stale stale -> new Identified.Challenged(challenges(request, true));
            case Login.Unproven unproven -> new Identified.Challenged(challenges(request, false));
        };
    }

    /** RFC 7616, section 3.7: one challenge for each algorithm, each in a field of its own. */
    private List<String> challenges(Request request, boolean stale) {
        String agent = Optional.ofNullable(request.getHeaders().get(HttpHeader.USER_AGENT))
                .orElse("");
        return md5Agents.stream().anyMatch(agent::startsWith)
                ? List.of(check.challenge(DigestAlgorithm.MD5, stale))
                : check.challenges(stale);
    }

    /**
     * RFC 7616, section 3.4.6. Clients differ in what they percent-encode in the two places, and some write the absolute form.
     */
    private static boolean sameTarget(String target, String uri) {
        return decoded(target).equals(decoded(uri));
    }

    private static String decoded(String uri) {
        String path = SCHEME_AND_AUTHORITY.matcher(uri).replaceFirst("");
        return PERCENT_ENCODED
                .matcher(path)
                .replaceAll(
                        octet -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(octet.group(1), 16))));
    }
}
