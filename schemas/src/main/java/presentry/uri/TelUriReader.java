package presentry.uri;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code tel} URIs (RFC 3966): visual separators and case make no difference, the order of parameters neither,
 * and a parameter that only one of two URIs has makes them different (section 4).
 */
final class TelUriReader {

    private static final AsciiSet SEPARATORS = AsciiSet.of("-.()");
    private static final AsciiSet LOCAL_DIGITS = AsciiSet.of("0123456789abcdef*#");
    private static final AsciiSet NUMBER = UriCharacters.UNRESERVED.or(AsciiSet.of("+#"));
    private static final String CONTEXT = "phone-context";
    private static final String EXTENSION = "ext";

    private TelUriReader() {}

    /** @param rest what follows the scheme and its colon */
    static Optional<CanonicalUri> read(String rest) {
        int semicolon = rest.indexOf(';');
        int numberEnd = semicolon < 0 ? rest.length() : semicolon;
        Optional<String> number = PercentEncoding.normaliseIgnoringCase(rest, 0, numberEnd, NUMBER)
                .map(TelUriReader::withoutSeparators);
        Optional<List<UriParameter>> parameters = UriParameters.readParameters(rest.substring(numberEnd));
        if (number.isEmpty() || parameters.isEmpty() || !isNumber(number.get(), parameters.get())) {
            return Optional.empty();
        }
        var spelling = new StringBuilder(number.get());
        UriParameters.append(spelling, compared(parameters.get()), ';', ';');
        return Optional.of(new CanonicalUri("tel", spelling.toString(), UriHost.NONE, 0, "tel:" + spelling));
    }

    /** A global number is digits behind a plus; a local one must say where it holds (section 5.1.5). */
    private static boolean isNumber(String number, List<UriParameter> parameters) {
        if (number.startsWith("+")) {
            return number.length() > 1 && UriCharacters.DIGIT.containsAll(number, 1, number.length());
        }
        return !number.isEmpty()
                && LOCAL_DIGITS.containsAll(number, 0, number.length())
                && parameters.stream().anyMatch(parameter -> parameter.name().equals(CONTEXT));
    }

    /** Numbers in parameters lose their separators too (section 4); a context that is a domain name has none. */
    private static List<UriParameter> compared(List<UriParameter> parameters) {
        var compared = new ArrayList<UriParameter>(parameters.size());
        for (UriParameter parameter : parameters) {
            compared.add(
                    holdsNumber(parameter)
                            ? new UriParameter(parameter.name(), withoutSeparators(parameter.assignment()))
                            : parameter);
        }
        return compared;
    }

    private static boolean holdsNumber(UriParameter parameter) {
        return switch (parameter.name()) {
            case EXTENSION -> true;
            case CONTEXT -> parameter.assignment().startsWith("=+");
            default -> false;
        };
    }

    private static String withoutSeparators(String number) {
        var digits = new StringBuilder(number.length());
        number.chars()
                .filter(character -> !SEPARATORS.contains(character))
                .forEach(digit -> digits.append((char) digit));
        return digits.toString();
    }
}
