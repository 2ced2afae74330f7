package presentry.uri;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The reader of the two lists that may end a URI: {@code ;name=value} parameters and {@code ?name=value} headers. */
final class UriParameters {

    private UriParameters() {}

    /**
     * Reads what follows the host, names and values without regard to case, in the order of their names.
     *
     * @param text empty, or parameters each with its leading semicolon
     * @return empty if one cannot be read or a name occurs twice (RFC 3261, section 19.1.1)
     */
    static Optional<List<UriParameter>> readParameters(String text) {
        if (text.isEmpty()) {
            return Optional.of(List.of());
        }
        if (text.charAt(0) != ';') {
            return Optional.empty();
        }
        var parameters = new ArrayList<UriParameter>(4);
        for (String part : text.substring(1).split(";", -1)) {
            Optional<UriParameter> parameter = readParameter(part);
            if (parameter.isEmpty() || contains(parameters, parameter.get().name())) {
                return Optional.empty();
            }
            parameters.add(parameter.get());
        }
        Collections.sort(parameters);
        return Optional.of(parameters);
    }

    /**
     * Reads headers, names without and values with regard to case, in the order of their names; a header may occur
     * several times. Section 19.1.4 of RFC 3261 leaves values to the rules of each header field; values are compared
     * as they stand, because they often hold URIs and display names.
     *
     * @param text empty, or headers with the leading question mark
     */
    static Optional<List<UriParameter>> readHeaders(String text) {
        if (text.isEmpty()) {
            return Optional.of(List.of());
        }
        var headers = new ArrayList<UriParameter>(4);
        for (String part : text.substring(1).split("&", -1)) {
            Optional<UriParameter> header = readHeader(part);
            if (header.isEmpty()) {
                return Optional.empty();
            }
            headers.add(header.get());
        }
        Collections.sort(headers);
        return Optional.of(headers);
    }

    /** Every member of {@code list} with {@code lead} before the first and {@code separator} before the others. */
    static void append(StringBuilder text, List<UriParameter> list, char lead, char separator) {
        char before = lead;
        for (UriParameter parameter : list) {
            text.append(before).append(parameter.name()).append(parameter.assignment());
            before = separator;
        }
    }

    private static Optional<UriParameter> readParameter(String part) {
        int equals = part.indexOf('=');
        int nameEnd = equals < 0 ? part.length() : equals;
        if (nameEnd == 0 || equals == part.length() - 1) {
            return Optional.empty();
        }
        return PercentEncoding.normaliseIgnoringCase(part, 0, nameEnd, UriCharacters.PARAMETER)
                .flatMap(name -> equals < 0
                        ? Optional.of(new UriParameter(name, ""))
                        : PercentEncoding.normaliseIgnoringCase(
                                        part, equals + 1, part.length(), UriCharacters.PARAMETER)
                                .map(value -> new UriParameter(name, "=" + value)));
    }

    private static Optional<UriParameter> readHeader(String part) {
        int equals = part.indexOf('=');
        if (equals <= 0) {
            return Optional.empty();
        }
        return PercentEncoding.normaliseIgnoringCase(part, 0, equals, UriCharacters.HEADER)
                .flatMap(name -> PercentEncoding.normalise(part, equals + 1, part.length(), UriCharacters.HEADER)
                        .map(value -> new UriParameter(name, "=" + value)));
    }

    private static boolean contains(List<UriParameter> parameters, String name) {
        return parameters.stream().anyMatch(parameter -> parameter.name().equals(name));
    }
}
