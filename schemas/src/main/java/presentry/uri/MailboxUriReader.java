package presentry.uri;

import java.util.Optional;

/**
 * Reads URIs that name a mailbox: {@code pres} (RFC 3859), {@code im} (RFC 3860) and {@code mailto} (RFC 6068). They
 * have no port, password or parameters. A {@code mailto} of several addresses names nobody in particular and is refused.
 */
final class MailboxUriReader {

    private MailboxUriReader() {}

    /** @param rest what follows the scheme and its colon */
    static Optional<CanonicalUri> read(String scheme, String rest) {
        int question = rest.indexOf('?');
        int end = question < 0 ? rest.length() : question;
        int at = rest.lastIndexOf('@', end - 1);
        if (at <= 0) {
            return Optional.empty();
        }
        return PercentEncoding.normalise(rest, 0, at, UriCharacters.MAILBOX)
                .flatMap(user -> UriHost.read(rest.substring(at + 1, end))
                        .flatMap(host -> UriParameters.readHeaders(rest.substring(end))
                                .map(headers -> {
                                    var text = new StringBuilder(scheme + ":" + user + "@" + host.spelling());
                                    UriParameters.append(text, headers, '?', '&');
                                    return new CanonicalUri(scheme, user, host, 0, text.toString());
                                })));
    }
}
