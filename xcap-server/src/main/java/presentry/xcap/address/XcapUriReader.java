package presentry.xcap.address;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a raw request target (RFC 4825, section 6; RFC 9112, section 3.2). It must see the target as it came over the wire:
 * a decoded or normalised path can no longer be told from another one.
 */
public final class XcapUriReader {

    /** Section 6: the separator is a whole segment, and its tildes may be percent-encoded. */
    private static final Pattern SEPARATOR = Pattern.compile("/(?:~|%7[Ee]){2}(?=/|$)");

    private static final Pattern SCHEME_AND_AUTHORITY = Pattern.compile("^[Hh][Tt][Tt][Pp][Ss]?://[^/?]*");

    private final List<XcapRoot> roots;
    private final NodeSelectorReader nodes;

    /**
     * @param roots the doors, in any order
     * @param limits how long a node selector may be
     */
    public XcapUriReader(List<XcapRoot> roots, SelectorLimits limits) {
        Comparator<XcapRoot> longestFirst =
                Comparator.comparingInt(root -> -root.path().length());
        this.roots = roots.stream().sorted(longestFirst).toList();
        this.nodes = new NodeSelectorReader(limits);
    }

    /** Reads a target in origin-form or absolute-form, with its query. */
    public Address read(String target) {
        String local = target.startsWith("/")
                ? target
                : SCHEME_AND_AUTHORITY.matcher(target).replaceFirst("");
        int question = local.indexOf('?');
        String path = question < 0 ? local : local.substring(0, question);
        String query = question < 0 ? "" : local.substring(question + 1);
        for (XcapRoot root : roots) {
            if (path.startsWith(root.path() + "/")) {
                return readBelow(root, path.substring(root.path().length()), query);
            }
        }
        return new Address.OutsideOfRoots();
    }

    private Address readBelow(XcapRoot root, String path, String query) {
        boolean hasTilde = path.indexOf('~') >= 0 || path.indexOf("%7") >= 0;
        var separator = SEPARATOR.matcher(path);
        if (!hasTilde || !separator.find()) {
            return readDocument(root, path, Optional.empty());
        }
        String node = path.substring(separator.end());
        return readDocument(root, path.substring(0, separator.start()), Optional.of(nodes.read(node, query)));
    }

    /** The segments are: nothing (before the first slash), AUID, "global" or "users", the XUI if "users", and the path. */
    private static Address readDocument(XcapRoot root, String path, Optional<NodePart> node) {
        List<String> segments = new ArrayList<>();
        int begin = 0;
        while (begin <= path.length()) {
            int slash = path.indexOf('/', begin);
            int end = slash < 0 ? path.length() : slash;
            Optional<String> decoded = PercentDecoding.decode(path.substring(begin, end));
            if (decoded.isEmpty()) {
                return new Address.Malformed("The address has a broken percent-encoding or a control character.");
            }
            segments.add(decoded.get());
            begin = end + 1;
        }
        if (segments.contains(".") || segments.contains("..")) {
            return new Address.Malformed("The address has a segment of dots.");
        }
        if (path.endsWith("/") || segments.size() < 4) {
            return new Address.NoSuchPlace("The address names no document: AUID/users/USER/NAME or AUID/global/NAME.");
        }
        String auid = segments.get(1);
        return switch (segments.get(2)) {
            case "global" -> located(root, auid, new Owner.Global(), segments.subList(3, segments.size()), node);
            case "users" ->
                Xui.read(segments.get(3), root.defaultDomain())
                        .map(aor ->
                                located(root, auid, new Owner.User(aor), segments.subList(4, segments.size()), node))
                        .orElseGet(() -> new Address.NoSuchUser(auid));
            default -> new Address.NoSuchPlace("Below an application usage there are only `users` and `global`.");
        };
    }

    private static Address located(
            XcapRoot root, String auid, Owner owner, List<String> names, Optional<NodePart> node) {
        boolean impossible = names.isEmpty()
                || names.stream().anyMatch(name -> name.isEmpty() || name.indexOf('/') >= 0 || !isPrintable(name));
        if (impossible) {
            return new Address.NoSuchPlace("No document can have this name.");
        }
        return new Address.Located(new XcapUri(root, new DocumentSelector(auid, owner, String.join("/", names)), node));
    }

    private static boolean isPrintable(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) < ' ') {
                return false;
            }
        }
        return true;
    }
}
