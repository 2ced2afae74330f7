package presentry.bench;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import presentry.policy.PolicyEngine;
import presentry.policy.PolicyOptions;
import presentry.policy.compile.CompiledPolicy;
import presentry.policy.model.RuleDocument;
import presentry.policy.model.Usage;
import presentry.policy.model.WatcherIdentity;
import presentry.uri.CanonicalUri;

/**
 * Rule sets of the sizes that are measured, and who asks.
 *
 * @param rules how many rules
 * @param identities how many URIs and domains they name together
 */
public record RuleSets(int rules, int identities) {
    private static final String DOMAIN = "example.com";

    /** The size with this name, such as {@code 100x280}. */
    public static RuleSets named(String name) {
        int by = name.indexOf('x');
        return new RuleSets(Integer.parseInt(name.substring(0, by)), Integer.parseInt(name.substring(by + 1)));
    }

    /** The document: each rule names its share of friends; the last is about a domain, with an exception. */
    public String document() {
        var named = new StringBuilder("<ruleset xmlns=\"urn:ietf:params:xml:ns:common-policy\""
                + " xmlns:pr=\"urn:ietf:params:xml:ns:pres-rules\">");
        for (int rule = 0; rule < rules; rule++) {
            named.append(rule(rule, first(rule), first(rule + 1), rule == rules - 1));
        }
        return named.append("</ruleset>").toString();
    }

    /** The friends that a rule names: from this number to the one before the next rule's. */
    private int first(int rule) {
        return rule * (identities - 2) / rules;
    }

    /** The URIs that a rule names one by one. */
    public List<String> friendsOf(int rule) {
        return IntStream.range(first(rule), first(rule + 1))
                .mapToObj(RuleSets::friend)
                .toList();
    }

    private static String rule(int number, int from, int until, boolean withDomain) {
        var friends = IntStream.range(from, until)
                .mapToObj(friend -> "<one id=\"" + friend(friend) + "\"/>")
                .collect(Collectors.joining());
        var domain = withDomain ? "<many domain=\"" + DOMAIN + "\"><except id=\"sip:eve@" + DOMAIN + "\"/></many>" : "";
        return "<rule id=\"r" + number + "\"><conditions><identity>" + friends + domain
                + "</identity></conditions><actions><pr:sub-handling>" + (number % 2 == 0 ? "allow" : "polite-block")
                + "</pr:sub-handling></actions><transformations><pr:provide-persons><pr:all-persons/></pr:provide-persons>"
                + "<pr:provide-mood>true</pr:provide-mood></transformations></rule>";
    }

    /** The URI of a friend. */
    public static String friend(int number) {
        return "sip:friend" + number + "@friends.example.org";
    }

    /** The rules as a server has them at hand. */
    public CompiledPolicy compiled() {
        return compiled(document());
    }

    /** What most users have: one rule that allows a number of friends, named one by one. */
    public static CompiledPolicy friends(int number) {
        return compiled("<ruleset xmlns=\"urn:ietf:params:xml:ns:common-policy\""
                + " xmlns:pr=\"urn:ietf:params:xml:ns:pres-rules\">"
                + rule(0, 0, number, false) + "</ruleset>");
    }

    private static CompiledPolicy compiled(String document) {
        return new PolicyEngine(PolicyOptions.DEFAULT)
                .compile(Usage.PRES_RULES, List.of(new RuleDocument("index", "", document)));
    }

    /** Sixteen who ask in turn: named ones, members of the domain, the exception, strangers. */
    public List<String> watchers() {
        return IntStream.range(0, 16)
                .mapToObj(number -> switch (number % 4) {
                    case 0, 1 -> friend((int) (number * 7919L % (identities - 2)));
                    case 2 -> number == 2 ? "sip:eve@" + DOMAIN : "sip:colleague" + number + "@" + DOMAIN;
                    default -> "sip:stranger" + number + "@example.net";
                })
                .toList();
    }

    /** The same, canonical. */
    public WatcherIdentity[] identified() {
        return watchers().stream()
                .map(uri -> WatcherIdentity.of(CanonicalUri.parse(uri).orElseThrow()))
                .toArray(WatcherIdentity[]::new);
    }
}
