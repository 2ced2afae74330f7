package presentry.agent.endpoint;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import presentry.sip.message.ParameterizedValue;
import presentry.sip.message.SipHeaders;

/** Which of our media types a watcher takes (RFC 3261, section 20.1). */
final class AcceptedTypes {
    private static final String ANY = "*/*";
    private static final Pattern QUALITY = Pattern.compile("[01](\\.[0-9]{0,3})?");

    private final List<ParameterizedValue> ranges;

    private AcceptedTypes(List<ParameterizedValue> ranges) {
        this.ranges = ranges;
    }

    /**
     * The type that the watcher likes best, of equals the first of {@code offered}; empty if he takes none of them.
     * Without an Accept header field the first (RFC 6665, section 5.4.5: the default of the package); with an empty one none.
     *
     * @param offered lower case, not empty
     */
    static Optional<String> best(SipHeaders headers, List<String> offered) {
        if (!headers.contains("Accept")) {
            return Optional.of(offered.getFirst());
        }
        AcceptedTypes accepted = new AcceptedTypes(
                headers.list("Accept").stream().map(ParameterizedValue::parse).toList());
        Optional<String> best = Optional.empty();
        double highest = 0;
        for (String type : offered) {
            double quality = accepted.quality(type);
            if (quality > highest) {
                highest = quality;
                best = Optional.of(type);
            }
        }
        return best;
    }

    /** The quality of the most exact range that covers {@code type}; 0 if none does. */
    private double quality(String type) {
        String family = type.substring(0, type.indexOf('/')) + "/*";
        for (String range : List.of(type, family, ANY)) {
            for (ParameterizedValue accepted : ranges) {
                if (accepted.mediaType().equals(range)) {
                    return quality(accepted);
                }
            }
        }
        return 0;
    }

    /** One that cannot be read counts as 1: the watcher did name the type. */
    private static double quality(ParameterizedValue accepted) {
        return accepted.parameter("q")
                .filter(q -> QUALITY.matcher(q).matches())
                .map(Double::parseDouble)
                .orElse(1.0);
    }
}
