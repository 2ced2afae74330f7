package presentry.agent.endpoint;

import java.util.Optional;
import presentry.account.UserDirectory;
import presentry.uri.CanonicalUri;
import presentry.uri.ServedDomains;

/**
 * Which Request-URIs name a user of ours (RFC 3261, section 8.2.2.1). Presentity and recipient are always the Request-URI:
 * To is free text of the sender.
 */
final class ServedUsers {
    private final ServedDomains domains;
    private final UserDirectory directory;

    ServedUsers(ServedDomains domains, UserDirectory directory) {
        this.domains = domains;
        this.directory = directory;
    }

    Optional<ServedUser> find(String requestUri) {
        return CanonicalUri.parse(requestUri)
                .flatMap(domains::user)
                .filter(directory::exists)
                .map(home -> new ServedUser(home, withoutParameters(requestUri)));
    }

    /** Why {@link #find} found nobody. */
    Refusal whyNot(String requestUri) {
        return isOfAnotherScheme(requestUri) ? new Refusal.UnsupportedScheme() : new Refusal.NotServed();
    }

    /** Whether a Request-URI names nobody of SIP at all (RFC 3261, section 8.2.2.1). */
    static boolean isOfAnotherScheme(String requestUri) {
        return CanonicalUri.parse(requestUri).filter(uri -> !isSip(uri)).isPresent();
    }

    private static boolean isSip(CanonicalUri uri) {
        return uri.scheme().equals("sip") || uri.scheme().equals("sips");
    }

    /** The user part may hold semicolons and question marks, the host may not. */
    private static String withoutParameters(String uri) {
        int host = uri.indexOf('@') + 1;
        for (int at = host; at < uri.length(); at++) {
            if (uri.charAt(at) == ';' || uri.charAt(at) == '?') {
                return uri.substring(0, at);
            }
        }
        return uri;
    }
}
