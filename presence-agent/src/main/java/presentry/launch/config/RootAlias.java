package presentry.launch.config;

import java.util.Optional;
import java.util.regex.Pattern;
import presentry.uri.DomainName;

/**
 * Another path of the XCAP root (RFC 4825, section 6.1).
 *
 * @param path as {@code http.xcap-root}
 * @param domain of a user without one; empty for the first of all domains
 */
public record RootAlias(String path, Optional<String> domain) {
    static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._-]+)+");

    static Optional<RootAlias> parse(String text) {
        String[] words = text.split("\\s+", -1);
        if (words.length > 2 || !PATH.matcher(words[0]).matches()) {
            return Optional.empty();
        }
        return words.length < 2
                ? Optional.of(new RootAlias(words[0], Optional.empty()))
                : DomainName.toAscii(words[1]).map(domain -> new RootAlias(words[0], Optional.of(domain)));
    }
}
