package presentry.xcap.address;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names one document, existing or not (RFC 4825, section 6.2). Requests that mean the same document yield equal selectors.
 *
 * @param auid the application usage
 * @param owner whose tree the document lies in
 * @param path what follows the owner, decoded, without a slash at either end: mostly one name, such as {@code index}
 */
public record DocumentSelector(String auid, Owner owner, String path) {

    /** As it may stand in a URI behind the XCAP root: percent-encoded, beginning with a slash. */
    public String written() {
        return Stream.of(toString().split("/")).map(PercentEncoding::encode).collect(Collectors.joining("/", "/", ""));
    }

    /** Readable form for logs: the selector below the root, not percent-encoded. */
    @Override
    public String toString() {
        return auid + "/" + owner.segments() + "/" + path;
    }
}
