package presentry.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaCatalogTest {

    private static final SchemaCatalog CATALOG = SchemaCatalog.standard();

    /** RFC 4745, sections 7 and 13. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<rule id='a'/>",
                "<rule id='a'><conditions/><actions/><transformations/></rule><rule id='b'/>",
                "<rule id='a'><conditions><identity><one id='sip:bob@example.com'/></identity></conditions></rule>",
                "<rule id='a'><conditions><identity><many/></identity></conditions></rule>",
                "<rule id='a'><conditions><identity><many domain='example.com'><except"
                    + " id='sip:bob@example.com'/><except domain='a.example'/></many></identity></conditions></rule>",
                "<rule id='a'><conditions><sphere value='work'/><sphere value='home'/><identity><many/></identity>"
                    + "<validity><from>2026-01-01T00:00:00Z</from><until>2026-02-01T00:00:00+01:00</until>"
                    + "<from>2026-03-01T00:00:00</from><until>2026-04-01T24:00:00Z</until></validity></conditions></rule>",
                "<rule id='a'><conditions><x:anything xmlns:x='urn:example:x'><x:y/></x:anything></conditions></rule>",
                "<rule id='a'><conditions><identity><one id='tel:+15550100'><x:y xmlns:x='urn:example:x'/></one>"
                        + "</identity></conditions></rule>",
            })
    void conditionsOfCommonPolicyAreValid(String rules) {
        assertThat(rules(Grammar.PRES_RULES, rules)).isEmpty();
    }

    /** RFC 4745, sections 7 and 13. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rule/>",
                "<rule id='a'/><rule id='a'/>",
                "<rule id='1a'/>",
                "<rule id='a' name='x'/>",
                "<rule id='a'><actions/><conditions/></rule>",
                "<rule id='a'><conditions><identity/></conditions></rule>",
                "<rule id='a'><conditions><identity><one/></identity></conditions></rule>",
                "<rule id='a'><conditions><identity><id>sip:bob@example.com</id></identity></conditions></rule>",
                "<rule id='a'><conditions><identity><many><one id='sip:a@b'/></many></identity></conditions></rule>",
                "<rule id='a'><conditions><sphere>work</sphere></conditions></rule>",
                "<rule id='a'><conditions><validity/></conditions></rule>",
                "<rule id='a'><conditions><validity><from>2026-01-01T00:00:00Z</from></validity></conditions></rule>",
                "<rule id='a'><conditions><validity><from>today</from><until>2026-01-01T00:00:00Z</until></validity>"
                        + "</conditions></rule>",
                "<rule id='a'><conditions><identiti/></conditions></rule>",
                "<rule id='a'><conditions>bob</conditions></rule>",
                "<rule id='a'><actions><rule id='b'/></actions></rule>",
                "<rules id='a'/>",
            })
    void whatCommonPolicyDoesNotAllowIsAProblem(String rules) {
        assertThat(rules(Grammar.PRES_RULES, rules)).isPresent();
    }

    /** RFC 5025, sections 3.2 and 3.3. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<actions><pr:sub-handling>polite-block</pr:sub-handling></actions>",
                "<actions><pr:sub-handling> allow </pr:sub-handling><x:y xmlns:x='urn:example:x'/></actions>",
                "<transformations><pr:provide-devices><pr:all-devices/></pr:provide-devices>"
                        + "<pr:provide-persons><pr:all-persons/></pr:provide-persons>"
                        + "<pr:provide-services><pr:all-services/></pr:provide-services>"
                        + "<pr:provide-all-attributes/></transformations>",
                "<transformations><pr:provide-services><pr:service-uri-scheme>sip</pr:service-uri-scheme>"
                        + "<pr:service-uri>sip:a@b</pr:service-uri><pr:class>work</pr:class>"
                        + "<pr:occurrence-id>t1</pr:occurrence-id><x:y xmlns:x='urn:example:x'/></pr:provide-services>"
                        + "<pr:provide-devices><pr:deviceID>urn:x-mac:1</pr:deviceID></pr:provide-devices>"
                        + "<pr:provide-persons/></transformations>",
                "<transformations><pr:provide-activities>true</pr:provide-activities>"
                        + "<pr:provide-place-is>0</pr:provide-place-is><pr:provide-note>1</pr:provide-note>"
                        + "<pr:provide-user-input>thresholds</pr:provide-user-input><pr:provide-unknown-attribute"
                        + " ns='urn:example:x' name='y'>true</pr:provide-unknown-attribute></transformations>",
            })
    void actionsAndTransformationsOfPresenceRulesAreValid(String content) {
        assertThat(rules(Grammar.PRES_RULES, "<rule id='a'>" + content + "</rule>"))
                .isEmpty();
    }

    /** RFC 5025, sections 3.2 and 3.3. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<actions><pr:sub-handling>refuse</pr:sub-handling></actions>",
                "<actions><pr:sub-handling>Allow</pr:sub-handling></actions>",
                "<actions><pr:sub-handling/></actions>",
                "<transformations><pr:provide-services><pr:all-devices/></pr:provide-services></transformations>",
                "<transformations><pr:provide-services><pr:all-services/><pr:class>a</pr:class></pr:provide-services>"
                        + "</transformations>",
                "<transformations><pr:provide-persons><pr:deviceID>a</pr:deviceID></pr:provide-persons></transformations>",
                "<transformations><pr:provide-mood>yes</pr:provide-mood></transformations>",
                "<transformations><pr:provide-user-input>some</pr:provide-user-input></transformations>",
                "<transformations><pr:provide-all-attributes>true</pr:provide-all-attributes></transformations>",
                "<transformations><pr:provide-unknown-attribute"
                        + " ns='u'>true</pr:provide-unknown-attribute></transformations>",
            })
    void whatPresenceRulesDoNotAllowIsAProblem(String content) {
        assertThat(rules(Grammar.PRES_RULES, "<rule id='a'>" + content + "</rule>"))
                .isPresent();
    }

    /** RFC 4825, section 8.2.5: known namespaces are checked even where a schema lets other namespaces through. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<actions><pr:sub-handlin>allow</pr:sub-handlin></actions>",
                "<transformations><pr:provide-moods>true</pr:provide-moods></transformations>",
                "<conditions><pr:sphere value='work'/></conditions>",
                "<actions><x:y xmlns:x='urn:example:x'><pr:nothing/></x:y></actions>",
                "<actions><x:y xmlns:x='urn:example:x' pr:nothing='1'/></actions>",
            })
    void aNameThatNoSchemaDefinesIsAProblemInAKnownNamespace(String content) {
        var problem = rules(Grammar.PRES_RULES, "<rule id='a'>" + content + "</rule>");

        assertThat(problem)
                .hasValueSatisfying(found -> assertThat(found.message()).contains("is defined in"));
    }

    @Test
    void messageRulesKnowTwoHandlings() {
        assertThat(rules(Grammar.IM_RULES, imRule("block"))).isEmpty();
        assertThat(rules(Grammar.IM_RULES, imRule("allow"))).isEmpty();
        assertThat(rules(Grammar.IM_RULES, imRule("confirm"))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<id>sip:smith@example.com</id>",
                "<id entity='smith'/>",
                "<domain domain='example.com'/><except entity='smith'/>",
                "<any-identity/>",
                "<any-identity><domain domain='example.com'/><except-domain domain='a.example'/></any-identity>",
            })
    void identitiesOfTheDraftsAreLegacyRulesAndNoPresenceRules(String identity) {
        String rule = "<rule id='a'><conditions><identity>" + identity + "</identity></conditions>"
                + "<actions><pr:sub-handling>block</pr:sub-handling></actions><transformations/></rule>";

        assertThat(rules(Grammar.LEGACY_RULES, rule)).isEmpty();
        assertThat(rules(Grammar.PRES_RULES, rule)).isPresent();
    }

    @Test
    void oldAndNewIdentitiesAreNotMixed() {
        String rule =
                "<rule id='a'><conditions><identity><id>sip:a@b</id><one id='sip:c@d'/></identity></conditions></rule>";

        assertThat(rules(Grammar.LEGACY_RULES, rule)).isPresent();
    }

    @Test
    void eachGrammarHasOneRoot() {
        String text = "<sub-handling xmlns='urn:ietf:params:xml:ns:pres-rules'>allow</sub-handling>";

        var problem = CATALOG.validate(Grammar.PRES_RULES, text);

        assertThat(problem)
                .hasValueSatisfying(found -> assertThat(found.message())
                        .isEqualTo("the root element must be `ruleset` in the namespace"
                                + " urn:ietf:params:xml:ns:common-policy, not `sub-handling` in"
                                + " urn:ietf:params:xml:ns:pres-rules"));
    }

    @ParameterizedTest
    @EnumSource(Grammar.class)
    void anElementOfNoNamespaceIsTheRootOfNoGrammar(Grammar grammar) {
        assertThat(CATALOG.validate(grammar, "<" + grammar.rootName() + "/>")).isPresent();
    }

    @Test
    void whatIsNotWellFormedIsAProblemToo() {
        assertThat(CATALOG.validate(Grammar.PRES_RULES, "<ruleset")).isPresent();
        assertThat(CATALOG.validate(Grammar.PRES_RULES, "<!DOCTYPE ruleset><ruleset/>"))
                .hasValueSatisfying(found -> assertThat(found.message()).contains("document type"));
    }

    @Test
    void aProblemTellsWhereInPlainEnglish() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMAN);

            var problem = CATALOG.validate(
                    Grammar.PRES_RULES,
                    "<ruleset xmlns='urn:ietf:params:xml:ns:common-policy'>\n  <rule/>\n</ruleset>");

            assertThat(problem).contains(new SchemaProblem("Attribute 'id' must appear on element 'rule'.", 2, 3));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aHintOfALocationIsNotFollowed() {
        String text = "<ruleset xmlns='urn:ietf:params:xml:ns:common-policy'"
                + " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
                + " xsi:schemaLocation='urn:example:x file:///nowhere/x.xsd'><rule id='a'><actions>"
                + "<x:y xmlns:x='urn:example:x'/></actions></rule></ruleset>";

        assertThat(CATALOG.validate(Grammar.PRES_RULES, text)).isEmpty();
    }

    @Test
    void aValidatorThatIsUsedAgainRemembersNothing() {
        String rule = "<rule id='a'/>";

        assertThat(rules(Grammar.PRES_RULES, rule)).isEmpty();
        assertThat(rules(Grammar.PRES_RULES, rule)).isEmpty();
        assertThat(rules(Grammar.PRES_RULES, rule + rule)).isPresent();
        assertThat(rules(Grammar.PRES_RULES, rule)).isEmpty();
    }

    @Test
    void manyThreadsShareOneCatalog() {
        var problems = IntStream.range(0, 2000)
                .parallel()
                .mapToObj(i -> rules(Grammar.PRES_RULES, i % 2 == 0 ? "<rule id='a" + i + "'/>" : "<rule/>"))
                .map(Optional::isPresent)
                .toList();

        assertThat(problems)
                .isEqualTo(IntStream.range(0, 2000).mapToObj(i -> i % 2 == 1).toList());
    }

    @Test
    void aDocumentBeyondTheLimitsOfTheCatalogIsAProblem() {
        var catalog = SchemaCatalog.within(new XmlLimits(1000, 2, 10, 50));
        String shallow = "<ruleset xmlns='urn:ietf:params:xml:ns:common-policy'><rule id='a'/></ruleset>";

        assertThat(catalog.validate(Grammar.PRES_RULES, shallow)).isEmpty();
        assertThat(catalog.validate(Grammar.PRES_RULES, shallow.replace("/></", "><actions/></rule></")))
                .isPresent();
    }

    private static String imRule(String handling) {
        return "<rule id='a'><actions><im:im-handling>" + handling + "</im:im-handling></actions></rule>";
    }

    private static Optional<SchemaProblem> rules(Grammar grammar, String rules) {
        return CATALOG.validate(
                grammar,
                "<ruleset xmlns='urn:ietf:params:xml:ns:common-policy' xmlns:pr='urn:ietf:params:xml:ns:pres-rules'"
                        + " xmlns:im='urn:iptel:xml:ns:im-rules'>" + rules + "</ruleset>");
    }
}
