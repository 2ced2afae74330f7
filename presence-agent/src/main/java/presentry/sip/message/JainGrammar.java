package presentry.sip.message;

import gov.nist.core.CommonLogger;
import gov.nist.core.NameValue;
import gov.nist.core.NameValueList;
import gov.nist.javax.sip.header.From;
import gov.nist.javax.sip.header.ViaList;
import gov.nist.javax.sip.parser.FromParser;
import gov.nist.javax.sip.parser.ViaParser;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.sip.address.URI;

/**
 * The grammar of RFC 3261, section 25.1, as the parser of JAIN-SIP knows it: the only class that sees JAIN-SIP. It reads
 * one header value at a time (0.4 to 0.9 us each; a whole message costs it 30 us) and its errors of any kind, a stack
 * overflow on hostile text included, all mean that the grammar does not allow the text.
 */
final class JainGrammar {
    static {
        CommonLogger.useLegacyLogger = true;
        CommonLogger.legacyLogger = new SilentParserLogger();
    }

    /** What is read from one header value. */
    private interface Production<T> {
        Optional<T> read() throws ParseException;
    }

    private JainGrammar() {}

    /** Whether {@code text} is a name-addr or addr-spec with parameters. */
    static boolean allowsAddress(String text) {
        return address(text).isPresent();
    }

    /** Whether {@code text} is a URI of any scheme, with nothing around it. */
    static boolean allowsUri(String text) {
        return uri(text).isPresent();
    }

    static Optional<SipUri> sipUri(String text) {
        return uri(text)
                .filter(uri -> uri instanceof gov.nist.javax.sip.address.SipUri)
                .map(uri -> (gov.nist.javax.sip.address.SipUri) uri)
                .map(uri -> new SipUri(
                        uri.isSecure(), uri.getHost(), port(uri.getPort()), parameters(uri.getParameters())));
    }

    static Optional<Via> via(String text) {
        return guarded(() -> {
            ViaList list = (ViaList) new ViaParser("Via: " + text + "\n").parse();
            gov.nist.javax.sip.header.Via via = (gov.nist.javax.sip.header.Via) list.getFirst();
            if (list.size() != 1 || !via.getSentProtocol().getProtocolName().equalsIgnoreCase("SIP")) {
                return Optional.empty();
            }
            int semicolon = text.indexOf(';');
            Map<String, String> parameters =
                    semicolon < 0 ? Map.of() : HeaderText.parameters(text.substring(semicolon + 1));
            return Optional.of(new Via(via.getTransport(), via.getHost(), port(via.getPort()), parameters, text));
        });
    }

    /** A URI is read in brackets, for the bare URI parser leaves behind what it does not understand. */
    private static Optional<URI> uri(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c == '<' || c == '>' || c == '"') {
                return Optional.empty();
            }
        }
        return address("<" + text + ">").map(from -> from.getAddress().getURI());
    }

    private static Optional<From> address(String text) {
        return guarded(() -> Optional.of((From) new FromParser("From: " + text + "\n").parse()));
    }

    private static <T> Optional<T> guarded(Production<T> production) {
        try {
            return production.read();
        } catch (ParseException | RuntimeException | StackOverflowError notAllowed) {
            return Optional.empty();
        }
    }

    private static OptionalInt port(int port) {
        return port < 0 ? OptionalInt.empty() : OptionalInt.of(port);
    }

    private static Map<String, String> parameters(NameValueList list) {
        if (list.isEmpty()) {
            return Map.of();
        }
        Map<String, String> parameters = new HashMap<>();
        for (Iterator<NameValue> values = list.iterator(); values.hasNext(); ) {
            NameValue value = values.next();
            Object text = value.getValueAsObject();
            parameters.put(value.getName().toLowerCase(Locale.ROOT), text == null ? "" : text.toString());
        }
        return Map.copyOf(parameters);
    }
}
