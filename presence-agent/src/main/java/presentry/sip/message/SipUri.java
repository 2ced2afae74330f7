package presentry.sip.message;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What decides where a SIP or SIPS URI leads (RFC 3261, section 19.1). The user and the header fields of a URI are of no
 * interest here.
 *
 * @param secure whether the scheme is {@code sips}
 * @param host as it was written, an IPv6 address in brackets
 * @param port if it was written
 * @param parameters names in lower case, empty where there is no value
 */
public record SipUri(boolean secure, String host, OptionalInt port, Map<String, String> parameters) {
    /** The URI in {@code text}; nothing if it has another scheme or the grammar does not allow it. */
    public static Optional<SipUri> parse(String text) {
        return PlainSipUri.read(text).or(() -> JainGrammar.sipUri(text));
    }

    /** The transport parameter as it was written (RFC 3261, section 19.1.1). */
    public Optional<String> transport() {
        return Optional.ofNullable(parameters.get("transport"));
    }

    /** Whether it is a loose router's (RFC 3261, section 16.12). */
    public boolean isLooseRouter() {
        return parameters.containsKey("lr");
    }
}
