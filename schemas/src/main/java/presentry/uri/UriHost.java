package presentry.uri;

import java.util.Optional;

/**
 * The host of a URI: a domain name, an IPv4 address or an IPv6 reference (RFC 3261, section 25.1).
 *
 * @param spelling the one spelling of all equal hosts, ASCII, lower case
 * @param comparable false for a name that has no ToASCII form (an empty or overlong label), which therefore lies in no
 *     domain (RFC 4745, section 7.1.3)
 */
record UriHost(String spelling, boolean comparable) {

    /** Of a URI that has no host. */
    static final UriHost NONE = new UriHost("", false);

    /** The host that {@code text} spells, or empty if it can be none. */
    static Optional<UriHost> read(String text) {
        if (text.startsWith("[")) {
            return IpAddress.version6Reference(text).map(spelling -> new UriHost(spelling, true));
        }
        return PercentEncoding.decode(text).flatMap(UriHost::readDecoded);
    }

    private static Optional<UriHost> readDecoded(String name) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        if (!DomainName.isAscii(name)) {
            return DomainName.toAscii(name).map(spelling -> new UriHost(spelling, true));
        }
        if (IpAddress.looksLikeVersion4(name)) {
            return IpAddress.version4(name).map(spelling -> new UriHost(spelling, true));
        }
        if (name.equals(".") || !UriCharacters.HOSTNAME.containsAll(name, 0, name.length())) {
            return Optional.empty();
        }
        return Optional.of(new UriHost(
                DomainName.lowerCase(DomainName.withoutFinalDot(name)),
                DomainName.toAscii(name).isPresent()));
    }
}
