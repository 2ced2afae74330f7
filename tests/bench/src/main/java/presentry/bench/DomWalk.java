package presentry.bench;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * The way presence servers decide that keep no compiled form: go through all rules and compare strings. Does less than RFC 4745
 * asks for (no URI equality, no sphere, no validity, no transformations), so it is faster than it should be.
 */
final class DomWalk {
    private static final String COMMON_POLICY = "urn:ietf:params:xml:ns:common-policy";
    private static final String PRES_RULES = "urn:ietf:params:xml:ns:pres-rules";

    private DomWalk() {}

    static String handling(Document rules, String watcher) {
        var found = "";
        var domain = watcher.substring(watcher.indexOf('@') + 1);
        var all = rules.getElementsByTagNameNS(COMMON_POLICY, "rule");
        for (int i = 0; i < all.getLength(); i++) {
            if (all.item(i) instanceof Element rule && matches(rule, watcher, domain)) {
                var handling = rule.getElementsByTagNameNS(PRES_RULES, "sub-handling")
                        .item(0)
                        .getTextContent();
                found = handling.equals("allow") || found.isEmpty() ? handling : found;
            }
        }
        return found;
    }

    private static boolean matches(Element rule, String watcher, String domain) {
        var ones = rule.getElementsByTagNameNS(COMMON_POLICY, "one");
        for (Node one = ones.item(0); one != null; one = one.getNextSibling()) {
            if (one instanceof Element element && element.getAttribute("id").equals(watcher)) {
                return true;
            }
        }
        var many = rule.getElementsByTagNameNS(COMMON_POLICY, "many");
        return many.getLength() > 0
                && many.item(0) instanceof Element element
                && element.getAttribute("domain").equals(domain)
                && !excepts(element.getElementsByTagNameNS(COMMON_POLICY, "except"), watcher);
    }

    private static boolean excepts(NodeList excepts, String watcher) {
        for (int i = 0; i < excepts.getLength(); i++) {
            if (excepts.item(i) instanceof Element except
                    && except.getAttribute("id").equals(watcher)) {
                return true;
            }
        }
        return false;
    }
}
