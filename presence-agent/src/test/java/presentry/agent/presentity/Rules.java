package presentry.agent.presentity;

import java.util.List;
import presentry.policy.PolicyEngine;
import presentry.policy.PolicyOptions;
import presentry.policy.compile.CompiledPolicy;
import presentry.policy.model.RuleDocument;
import presentry.policy.model.Usage;

/** Presence rules for tests, compiled by the real engine. */
public final class Rules {
    private static final PolicyEngine ENGINE = new PolicyEngine(PolicyOptions.DEFAULT);
    private static final String EVERYTHING = """
        <transformations>
          <pr:provide-services><pr:all-services/></pr:provide-services>
          <pr:provide-persons><pr:all-persons/></pr:provide-persons>
          <pr:provide-devices><pr:all-devices/></pr:provide-devices>
          <pr:provide-all-attributes/>
        </transformations>\
        """;

    private Rules() {}

    /** No document at all. */
    public static CompiledPolicy none() {
        return ENGINE.compile(Usage.PRES_RULES, List.of());
    }

    public static CompiledPolicy of(String... rules) {
        return ENGINE.compile(Usage.PRES_RULES, List.of(new RuleDocument("index", "", text(rules))));
    }

    public static CompiledPolicy ofMessages(String... rules) {
        return ENGINE.compile(Usage.IM_RULES, List.of(new RuleDocument("index", "", text(rules))));
    }

    public static CompiledPolicy unreadable() {
        return ENGINE.compile(Usage.PRES_RULES, List.of(new RuleDocument("index", "", "<ruleset")));
    }

    public static String text(String... rules) {
        return """
            <ruleset xmlns="urn:ietf:params:xml:ns:common-policy" xmlns:pr="urn:ietf:params:xml:ns:pres-rules"
                xmlns:im="urn:iptel:xml:ns:im-rules">\
            """ + String.join("", rules) + "</ruleset>";
    }

    /** A rule for one watcher that shows everything if it allows. */
    public static String rule(String handling, String user) {
        return rule(handling, user, "", EVERYTHING);
    }

    /** A rule that allows one watcher everything until a point of time. */
    public static String allowUntil(String user, String until) {
        String validity = "<validity><from>2020-01-01T00:00:00Z</from><until>" + until + "</until></validity>";
        return rule("allow", user, validity, EVERYTHING);
    }

    /** A rule that allows one watcher and shows him nothing of any tuple, person or device. */
    public static String allowNarrowly(String user) {
        return rule("allow", user, "", "<transformations/>");
    }

    public static String blockMessages(String user) {
        return "<rule id=\"m\"><conditions>" + identity(user)
                + "</conditions><actions><im:im-handling>block</im:im-handling></actions></rule>";
    }

    private static String rule(String handling, String user, String condition, String transformations) {
        return "<rule id=\"" + handling + "-" + user + "\"><conditions>" + identity(user) + condition
                + "</conditions><actions><pr:sub-handling>" + handling + "</pr:sub-handling></actions>"
                + transformations + "</rule>";
    }

    private static String identity(String user) {
        return "<identity><one id=\"sip:" + user + "@example.com\"/></identity>";
    }
}
