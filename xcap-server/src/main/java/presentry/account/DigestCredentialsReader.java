package presentry.account;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import presentry.account.DigestCredentials.Protection;

/** Reads Digest credentials that were made for one realm. */
final class DigestCredentialsReader {

    private static final Pattern COUNT = Pattern.compile("[0-9A-Fa-f]{8}");

    private final String realm;

    DigestCredentialsReader(String realm) {
        this.realm = realm;
    }

    /** @param value of Authorization or Proxy-Authorization; the answer is empty if it is not Digest for this realm */
    Optional<DigestCredentials> read(String value) {
        return DigestParameters.read(value)
                .filter(parameters -> realm.equals(parameters.get("realm")))
                .flatMap(DigestCredentialsReader::credentials);
    }

    private static Optional<DigestCredentials> credentials(Map<String, String> parameters) {
        return protection(parameters)
                .map(protection -> new DigestCredentials(
                        parameters.getOrDefault("username", ""),
                        parameters.getOrDefault("nonce", ""),
                        parameters.getOrDefault("uri", ""),
                        parameters.getOrDefault("response", ""),
                        parameters.getOrDefault("algorithm", DigestAlgorithm.MD5.token()), // RFC 7616, section 3.4
                        protection));
    }

    /** Empty for a quality of protection that was not offered, and for one without what it needs. */
    private static Optional<Protection> protection(Map<String, String> parameters) {
        String qop = parameters.getOrDefault("qop", "");
        String nc = parameters.getOrDefault("nc", "");
        String cnonce = parameters.getOrDefault("cnonce", "");
        if (qop.isEmpty()) {
            return Optional.of(new Protection.None());
        }
        return qop.equalsIgnoreCase("auth") && COUNT.matcher(nc).matches() && !cnonce.isEmpty()
                ? Optional.of(new Protection.Counted(nc, cnonce))
                : Optional.empty();
    }
}
