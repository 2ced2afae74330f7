package presentry.uri;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code sip} and {@code sips} URIs: the grammar of RFC 3261, section 25.1, the equality of section 19.1.4. */
final class SipUriReader {

    /** Parameters whose absence differs from every value (section 19.1.4); all others count only if both have them. */
    private static final Set<String> STRICT = Set.of("user", "ttl", "method", "maddr", "transport");

    private SipUriReader() {}

    /** @param rest what follows the scheme and its colon */
    static Optional<CanonicalUri> read(String scheme, String rest) {
        int at = rest.indexOf('@');
        int hostEnd = Hostport.end(rest, at + 1);
        int headersStart = rest.indexOf('?', hostEnd);
        int parametersEnd = headersStart < 0 ? rest.length() : headersStart;
        Optional<Userinfo> userinfo = at < 0 ? Optional.of(Userinfo.NONE) : Userinfo.read(rest.substring(0, at));
        Optional<Hostport> hostport = Hostport.read(rest.substring(at + 1, hostEnd));
        Optional<List<UriParameter>> parameters = UriParameters.readParameters(rest.substring(hostEnd, parametersEnd));
        Optional<List<UriParameter>> headers = UriParameters.readHeaders(rest.substring(parametersEnd));
        if (userinfo.isEmpty() || hostport.isEmpty() || parameters.isEmpty() || headers.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(compose(scheme, userinfo.get(), hostport.get(), parameters.get(), headers.get()));
    }

    private static CanonicalUri compose(
            String scheme,
            Userinfo userinfo,
            Hostport hostport,
            List<UriParameter> parameters,
            List<UriParameter> headers) {
        var strict = new ArrayList<UriParameter>(parameters.size());
        var loose = new ArrayList<UriParameter>(parameters.size());
        for (UriParameter parameter : parameters) {
            (STRICT.contains(parameter.name()) ? strict : loose).add(parameter);
        }
        String address = scheme + ":" + userinfo.spelling() + hostport.spelling();
        String strictKey = spelling(address, strict, headers);
        String text = loose.isEmpty() ? strictKey : spelling(address, parameters, headers);
        return new CanonicalUri(scheme, userinfo.user(), hostport.host(), hostport.port(), strictKey, loose, text);
    }

    private static String spelling(String address, List<UriParameter> parameters, List<UriParameter> headers) {
        var text = new StringBuilder(address);
        UriParameters.append(text, parameters, ';', ';');
        UriParameters.append(text, headers, '?', '&');
        return text.toString();
    }

    /**
     * {@code userinfo}, case-sensitive as a whole.
     *
     * @param spelling empty, or user and password with the trailing {@code @}
     */
    private record Userinfo(String user, String spelling) {

        static final Userinfo NONE = new Userinfo("", "");

        static Optional<Userinfo> read(String text) {
            int colon = text.indexOf(':');
            int userEnd = colon < 0 ? text.length() : colon;
            if (userEnd == 0) {
                return Optional.empty();
            }
            Optional<String> user = PercentEncoding.normalise(text, 0, userEnd, UriCharacters.USER);
            if (colon < 0) {
                return user.map(name -> new Userinfo(name, name + "@"));
            }
            return user.flatMap(
                    name -> PercentEncoding.normalise(text, colon + 1, text.length(), UriCharacters.PASSWORD)
                            .map(password -> new Userinfo(name, name + ":" + password + "@")));
        }
    }
}
