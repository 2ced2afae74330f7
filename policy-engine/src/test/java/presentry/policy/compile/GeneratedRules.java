package presentry.policy.compile;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import presentry.policy.Asked;

/**
 * Makes up rule documents from a small stock of names, domains, times and spheres, so that they meet often; among them values that
 * mean nothing, and elements nobody knows.
 */
final class GeneratedRules {
    static final List<String> URIS = List.of(
            "sip:alice@example.com",
            "sip:bob@example.com",
            "sip:Bob@example.com",
            "sips:alice@example.com",
            "sip:alice@EXAMPLE.com",
            "sip:%61lice@example.com",
            "sip:alice@example.org",
            "sip:alice@example.com:5060",
            "sip:alice@example.com;transport=tcp",
            "sip:alice@example.com;x=1",
            "sip:alice@example.com;x=2",
            "sip:alice@example.com;x=1;y=1",
            "sip:carol@sub.example.com",
            "sip:dave@b\u00fccher.example",
            "sip:dave@xn--bcher-kva.example",
            "sip:example.com",
            "tel:+1-212-555-1234",
            "tel:+12125551234",
            "mailto:bob@example.com",
            "pres:bob@example.com");
    static final List<String> SPHERES = List.of("work", "WORK", "home", "bowling league", "meeting");
    static final List<String> LISTS = List.of("friends", "family");

    private static final List<String> NO_URIS = List.of("bob@example.com", "", "alice");
    private static final List<String> DOMAINS = List.of(
            "example.com",
            "EXAMPLE.com",
            "exam%70le.com",
            "example.org",
            "sub.example.com",
            "b\u00fccher.example",
            "xn--bcher-kva.example",
            ".example.com",
            "*",
            "");
    private static final List<String> TIMES = List.of(
            "2026-01-01T00:00:00Z",
            "2026-01-02T00:00:00Z",
            "2026-01-02T01:00:00+01:00",
            "2026-01-02T24:00:00Z",
            "2026-01-04T00:00:00.5Z",
            "2026-01-05T00:00:00",
            "2026-01-06T00:00:00",
            "2026-13-01T00:00:00Z",
            "soon");

    private GeneratedRules() {}

    /** One to three documents. */
    static Arbitrary<List<String>> documents() {
        return Arbitraries.frequencyOf(
                        Tuple.of(5, document(identityMember(), false)),
                        Tuple.of(1, document(legacyMember(), false)),
                        Tuple.of(2, document(identityMember(), true)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    private static Arbitrary<String> document(Arbitrary<String> member, boolean oma) {
        return rule(condition(member, oma)).list().ofMaxSize(6).map(rules -> Asked.ruleset(String.join("\n", rules)));
    }

    private static Arbitrary<String> rule(Arbitrary<String> condition) {
        var id = Arbitraries.strings().withCharRange('a', 'z').ofLength(3);
        return Combinators.combine(id, joined(condition, 3), action(), joined(transformation(), 3))
                .as(Asked::rule);
    }

    private static Arbitrary<String> condition(Arbitrary<String> member, boolean oma) {
        var identity = joined(member, 4).map(members -> "<identity>" + members + "</identity>");
        var rfc = Arbitraries.frequencyOf(
                Tuple.of(6, identity),
                Tuple.of(2, sphere()),
                Tuple.of(2, validity()),
                Tuple.of(1, Arbitraries.of("<x:weather/>", "<mood/>", "<x:identity/>")));
        return oma
                ? Arbitraries.oneOf(
                        rfc,
                        Arbitraries.of(
                                "<oma:anonymous-request/>",
                                "<oma:other-identity/>",
                                "<oma:external-list><oma:entry anc=\"friends\"/></oma:external-list>",
                                "<oma:external-list><oma:entry anc=\"family\"/><oma:entry"
                                        + " anc=\"none\"/></oma:external-list>"))
                : rfc;
    }

    private static Arbitrary<String> identityMember() {
        var one = id().map(id -> "<one id=\"" + id + "\"/>");
        var many = Combinators.combine(domain().optional(0.6), joined(except(), 3))
                .as((domain, excepts) -> "<many"
                        + domain.map(name -> " domain=\"" + name + "\"").orElse("") + ">" + excepts + "</many>");
        return Arbitraries.frequencyOf(
                Tuple.of(4, one),
                Tuple.of(4, many),
                Tuple.of(1, Arbitraries.of("<x:group/>", "<domain domain=\"example.com\"/>", "<one/>")));
    }

    private static Arbitrary<String> except() {
        return Arbitraries.frequencyOf(
                Tuple.of(5, id().map(id -> "<except id=\"" + id + "\"/>")),
                Tuple.of(5, domain().map(domain -> "<except domain=\"" + domain + "\"/>")),
                Tuple.of(
                        1,
                        Arbitraries.of(
                                "<except/>",
                                "<x:except/>",
                                "<except id=\"sip:alice@example.com\" domain=\"example.org\"/>")));
    }

    private static Arbitrary<String> legacyMember() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, id().map(id -> "<id>" + id + "</id>")),
                Tuple.of(2, id().map(id -> "<id entity=\"" + id + "\"/>")),
                Tuple.of(3, domain().map(domain -> "<domain domain=\"" + domain + "\"/>")),
                Tuple.of(3, id().map(id -> "<except entity=\"" + id + "\"/>")),
                Tuple.of(
                        1,
                        domain().map(domain ->
                                "<any-identity><except-domain domain=\"" + domain + "\"/></any-identity>")));
    }

    private static Arbitrary<String> id() {
        return Arbitraries.frequencyOf(Tuple.of(9, Arbitraries.of(URIS)), Tuple.of(1, Arbitraries.of(NO_URIS)));
    }

    private static Arbitrary<String> domain() {
        return Arbitraries.of(DOMAINS);
    }

    private static Arbitrary<String> sphere() {
        return Arbitraries.of(SPHERES)
                .list()
                .ofMaxSize(2)
                .map(tokens -> "<sphere value=\"" + String.join(" ", tokens) + "\"/>");
    }

    private static Arbitrary<String> validity() {
        var pair = Combinators.combine(Arbitraries.of(TIMES), Arbitraries.of(TIMES))
                .as((from, until) -> "<from>" + from + "</from><until>" + until + "</until>");
        var broken = Arbitraries.of("<from>2026-01-01T00:00:00Z</from>", "<x:always/>", "");
        return Arbitraries.frequencyOf(Tuple.of(9, joined(pair, 3)), Tuple.of(1, broken))
                .map(content -> "<validity>" + content + "</validity>");
    }

    private static Arbitrary<String> action() {
        return Arbitraries.of(
                "",
                "",
                "<pr:sub-handling>allow</pr:sub-handling>",
                "<pr:sub-handling>polite-block</pr:sub-handling>",
                "<pr:sub-handling>confirm</pr:sub-handling>",
                "<pr:sub-handling>block</pr:sub-handling>",
                "<pr:sub-handling>Allow</pr:sub-handling>",
                "<im:im-handling>allow</im:im-handling>",
                "<im:im-handling>block</im:im-handling>",
                "<x:notify/>");
    }

    private static Arbitrary<String> transformation() {
        return Arbitraries.of(
                "<pr:provide-services><pr:all-services/></pr:provide-services>",
                "<pr:provide-services><pr:class>biz</pr:class></pr:provide-services>",
                "<pr:provide-persons><pr:class>biz</pr:class><pr:class>home</pr:class></pr:provide-persons>",
                "<pr:provide-mood>true</pr:provide-mood>",
                "<pr:provide-note>1</pr:provide-note>",
                "<pr:provide-user-input>bare</pr:provide-user-input>",
                "<pr:provide-user-input>full</pr:provide-user-input>",
                "<pr:provide-unknown-attribute ns=\"urn:example:x\" name=\"foo\">true</pr:provide-unknown-attribute>",
                "<pr:provide-all-attributes/>",
                "<x:provide-weather>true</x:provide-weather>");
    }

    private static Arbitrary<String> joined(Arbitrary<String> parts, int most) {
        return parts.list().ofMaxSize(most).map(list -> String.join("", list));
    }
}
