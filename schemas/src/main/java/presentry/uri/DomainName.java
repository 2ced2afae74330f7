package presentry.uri;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;

/**
 * Domain names as RFC 4745, section 7.1.3, wants them compared: converted label by label with ToASCII (RFC 3490,
 * section 4.1), then without regard to case.
 */
public final class DomainName {

    private static final int MAX_LABEL = 63;
    private static final int MAX_NAME = 253;

    private DomainName() {}

    /**
     * The name in ASCII and lower case, without the dot that may stand at its end: it says that the name is complete (RFC 1034,
     * section 3.1), as every name here is (decision 0111). An IP address, version 6 in brackets, which stands where a domain may (RFC 3261, section
     * 25.1), gets its one spelling.
     *
     * @param domain in any script; escapes must have been undone
     * @return empty when the conversion fails: an empty label (a leading dot makes one), a label longer than
     *     63 or a name longer than 253 characters, a character that no name can have, or digits and dots that are no address
     */
    public static Optional<String> toAscii(String domain) {
        if (domain.startsWith("[")) {
            return IpAddress.version6Reference(domain);
        }
        if (IpAddress.looksLikeVersion4(domain)) {
            return IpAddress.version4(domain);
        }
        String ascii = domain;
        if (!isAscii(domain)) {
            try {
                ascii = IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED);
            } catch (IllegalArgumentException unconvertible) {
                return Optional.empty();
            }
        }
        ascii = withoutFinalDot(ascii);
        return hasSoundLabels(ascii) ? Optional.of(lowerCase(ascii)) : Optional.empty();
    }

    /** The name without the dot at its end, which names the root of the domain name system (RFC 3261, section 25.1: hostname). */
    static String withoutFinalDot(String domain) {
        return domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain;
    }

    /** Lower case of an ASCII text; the text itself if nothing changes. */
    static String lowerCase(String ascii) {
        return ascii.toLowerCase(Locale.ROOT);
    }

    static boolean isAscii(String text) {
        return text.chars().allMatch(character -> character < 128);
    }

    private static boolean hasSoundLabels(String ascii) {
        if (ascii.length() > MAX_NAME || !UriCharacters.HOSTNAME.containsAll(ascii, 0, ascii.length())) {
            return false;
        }
        int labelStart = 0;
        for (int i = 0; i <= ascii.length(); i++) {
            if (i == ascii.length() || ascii.charAt(i) == '.') {
                int length = i - labelStart;
                if (length == 0 || length > MAX_LABEL) {
                    return false;
                }
                labelStart = i + 1;
            }
        }
        return true;
    }
}
