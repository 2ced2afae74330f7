package presentry.uri;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** IP addresses in URIs: equal if their binary values are (RFC 5954, section 4.2), so each value gets one spelling. */
public final class IpAddress {

    private static final AsciiSet VERSION_6 = AsciiSet.of("0123456789abcdefABCDEF:.");
    private static final AsciiSet VERSION_4 = UriCharacters.DIGIT.or(AsciiSet.of("."));
    private static final int GROUPS = 8;

    private IpAddress() {}

    /** Whether {@code text} is made of digits and dots only: no host name is (RFC 3261, section 25.1: a top label begins with a letter). */
    static boolean looksLikeVersion4(String text) {
        return VERSION_4.containsAll(text, 0, text.length());
    }

    /** Whether {@code text} is an IPv4 address and so no host name. */
    public static boolean isVersion4(String text) {
        return looksLikeVersion4(text) && version4(text).isPresent();
    }

    /** Four decimal numbers without leading zeros, or empty if {@code text} is anything else than four numbers. */
    static Optional<String> version4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return Optional.empty();
        }
        var spelling = new StringBuilder(15);
        for (String part : parts) {
            if (part.isEmpty() || part.length() > 3 || Integer.parseInt(part) > 255) {
                return Optional.empty();
            }
            spelling.append(spelling.isEmpty() ? "" : ".").append(Integer.parseInt(part));
        }
        return Optional.of(spelling.toString());
    }

    /** The form of RFC 5952 in brackets, or empty if {@code text} is not an IPv6 address in brackets. */
    static Optional<String> version6Reference(String text) {
        int end = text.length() - 1;
        if (end < 3 || text.charAt(end) != ']' || !VERSION_6.containsAll(text, 1, end) || text.indexOf(':') < 0) {
            return Optional.empty();
        }
        try {
            // A literal in brackets is never looked up in the DNS.
            InetAddress address = InetAddress.getByName(text);
            return Optional.of("[" + spelling(address) + "]");
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
    }

    private static String spelling(InetAddress address) {
        byte[] octets = address.getAddress();
        if (octets.length == 4) {
            return "::ffff:" + address.getHostAddress();
        }
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            groups[i] = Byte.toUnsignedInt(octets[2 * i]) << 8 | Byte.toUnsignedInt(octets[2 * i + 1]);
        }
        return compressed(groups);
    }

    /** The first of the longest runs of two or more zero groups becomes {@code ::} (RFC 5952, section 4.2). */
    private static String compressed(int[] groups) {
        int runStart = GROUPS;
        int runLength = 1;
        for (int i = 0; i < GROUPS; i++) {
            int length = zerosFrom(groups, i);
            if (length > runLength) {
                runStart = i;
                runLength = length;
            }
        }
        var text = new StringBuilder(39);
        for (int i = 0; i < GROUPS; i++) {
            if (i == runStart) {
                text.append("::");
                i += runLength - 1;
            } else {
                boolean separated = i == 0 || text.charAt(text.length() - 1) == ':';
                text.append(separated ? "" : ":").append(Integer.toHexString(groups[i]));
            }
        }
        return text.toString();
    }

    private static int zerosFrom(int[] groups, int start) {
        int end = start;
        while (end < GROUPS && groups[end] == 0) {
            end++;
        }
        return end - start;
    }
}
