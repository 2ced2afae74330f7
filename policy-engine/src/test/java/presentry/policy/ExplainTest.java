package presentry.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import presentry.policy.model.ExternalLists;
import presentry.policy.model.Moment;
import presentry.policy.model.PolicyDefault;
import presentry.policy.model.RuleDocument;
import presentry.policy.model.Usage;
import presentry.policy.model.WatcherIdentity;

/** Why was bob allowed? */
class ExplainTest {
    private static final String RULES = """
        <ruleset xmlns="urn:ietf:params:xml:ns:common-policy" xmlns:pr="urn:ietf:params:xml:ns:pres-rules">
          <rule id="colleagues">
            <conditions>
              <identity>
                <one id="sip:carol@example.org"/>
                <many domain="example.com"><except id="sip:eve@example.com"/></many>
              </identity>
            </conditions>
            <actions>
              <pr:sub-handling>allow</pr:sub-handling>
            </actions>
            <transformations>
              <pr:provide-persons><pr:all-persons/></pr:provide-persons>
              <pr:provide-mood>true</pr:provide-mood>
            </transformations>
          </rule>
          <rule id="at-home">
            <conditions><sphere value="home"/></conditions>
            <transformations><pr:provide-note>true</pr:provide-note></transformations>
          </rule>
        </ruleset>
        """;

    private static Explanation why(WatcherIdentity watcher, Optional<PolicyCase.Mode> mode) {
        return new Explain(PolicyOptions.DEFAULT)
                .why(
                        Usage.PRES_RULES,
                        List.of(new RuleDocument("index", "", RULES)),
                        ExternalLists.NONE,
                        watcher,
                        new Moment(Asked.NOON, Optional.of("work")),
                        mode);
    }

    @Test
    void theRulesAndLinesThatDecidedAreNamed() {
        assertThat(ExplanationWriter.write(
                        Usage.PRES_RULES, why(Asked.identity("sip:bob@example.com"), Optional.empty())))
                .containsExactly(
                        "allow: a rule says so",
                        "  until: something changes",
                        "  may change with: the rules, the sphere of the presentity",
                        "  sees when allowed: all persons; attributes mood",
                        "  rule `colleagues` of index, line 2: decides",
                        "    line 6: yes, <many> of example.com",
                        "    line 10: sub-handling allow",
                        "    line 13: provide-persons all-persons",
                        "    line 14: provide-mood true",
                        "  rule `at-home` of index, line 17: does not match",
                        "    line 18: no, the sphere must be home; it is work");
    }

    @Test
    void anExceptionIsNamedAsTheReason() {
        var lines =
                ExplanationWriter.write(Usage.PRES_RULES, why(Asked.identity("sip:eve@example.com"), Optional.empty()));

        assertThat(lines).contains("    line 6: no, <many> of example.com excepts [sip:eve@example.com]");
    }

    @Test
    void theDefaultIsNamedWhereNoRuleSpeaks() {
        var mode = Optional.of(new PolicyCase.Mode(PolicyDefault.MUTUAL, false));

        var lines = ExplanationWriter.write(Usage.PRES_RULES, why(WatcherIdentity.UNAUTHENTICATED, mode));

        assertThat(lines.getFirst())
                .isEqualTo("confirm: no rule speaks: mutual default, the presentity does not watch the watcher");
    }

    @Test
    void ofRulesForMessagesItIsNotSaidWhatAWatcherSees() {
        var explanation = new Explain(PolicyOptions.DEFAULT)
                .why(
                        Usage.IM_RULES,
                        List.of(),
                        ExternalLists.NONE,
                        Asked.identity("sip:bob@example.com"),
                        new Moment(Asked.NOON, Optional.empty()),
                        Optional.empty());

        assertThat(ExplanationWriter.write(Usage.IM_RULES, explanation))
                .containsExactly(
                        "allow: no rule speaks", "  until: something changes", "  may change with: the rules alone");
    }

    @Test
    void aDocumentThatCannotBeUsedIsTheReason() {
        var broken = new Explain(PolicyOptions.DEFAULT)
                .why(
                        Usage.PRES_RULES,
                        List.of(new RuleDocument("index", "", "<ruleset/>")),
                        ExternalLists.NONE,
                        WatcherIdentity.UNAUTHENTICATED,
                        new Moment(Asked.NOON, Optional.empty()),
                        Optional.empty());

        assertThat(ExplanationWriter.write(Usage.PRES_RULES, broken))
                .first()
                .isEqualTo("confirm: a document cannot be used, so no rule is asked");
        assertThat(ExplanationWriter.write(Usage.PRES_RULES, broken))
                .anyMatch(line -> line.startsWith("  cannot be used: index, line 1"));
    }
}
