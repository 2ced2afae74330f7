package presentry.xcap.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import presentry.account.DigestAlgorithm;
import presentry.account.DigestCredentials;
import presentry.account.DigestVerifier;
import presentry.account.Nonces;

/** HTTP Digest (RFC 7616), which each XCAP server must have (RFC 4825, section 8). */
public final class DigestAuthentication implements Authentication {

    private final String realm;
    private final DigestVerifier verifier;
    private final Nonces nonces;
    private final Principals principals;
    private final List<DigestAlgorithm> preference;

    /**
     * @param preference the algorithms to offer, in this order: clients take the first they know, and some know only the
     *     first challenge
     */
    public DigestAuthentication(
            String realm,
            DigestVerifier verifier,
            Nonces nonces,
            Principals principals,
            List<DigestAlgorithm> preference) {
        this.realm = realm;
        this.verifier = verifier;
        this.nonces = nonces;
        this.principals = principals;
        this.preference = List.copyOf(preference);
    }

    @Override
    public Identified identify(Request request) {
        Optional<DigestCredentials> credentials = Optional.ofNullable(
                        request.getHeaders().get(HttpHeader.AUTHORIZATION))
                .flatMap(DigestCredentialsReader::read)
                .filter(offered ->
                        isSameTarget(offered.uri(), request.getHttpURI().getPathQuery()));
        if (credentials.isEmpty()) {
            return challenge(false);
        }
        return switch (verifier.verify(credentials.get(), request.getMethod())) {
            case DigestVerifier.Verdict.Proven proven -> new Identified.As(principals.of(proven.user()));
            case DigestVerifier.Verdict.Stale stale -> challenge(true);
            case DigestVerifier.Verdict.Unproven unproven -> challenge(false);
        };
    }

    /** Section 3.3; all challenges share one nonce, since some clients mix them up. */
    private Identified challenge(boolean stale) {
        String nonce = nonces.next();
        return new Identified.Challenged(preference.stream()
                .map(algorithm -> "Digest realm=\"" + realm + "\", qop=\"auth\", algorithm=" + algorithm.token()
                        + ", nonce=\"" + nonce + "\"" + (stale ? ", stale=true" : "") + ", charset=UTF-8")
                .toList());
    }

    /**
     * Section 3.4.6: the hashed URI must mean what is asked for. The two may be spelled differently, because clients hash
     * before they percent-encode, and may hash the absolute form.
     */
    private static boolean isSameTarget(String hashed, String target) {
        String local = hashed.replaceFirst("^(?i:https?)://[^/?]*", "");
        return local.equals(target)
                || (decoded(local).isPresent() && decoded(local).equals(decoded(target)));
    }

    private static Optional<String> decoded(String uri) {
        try {
            return Optional.of(URLDecoder.decode(uri.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException brokenEncoding) {
            return Optional.empty();
        }
    }
}
