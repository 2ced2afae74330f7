package presentry.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The grammars of lists (RFC 4826), watcher information (RFC 3858) and what an XCAP server says (RFC 4825). */
class ListAndReportGrammarTest {

    private static final SchemaCatalog CATALOG = SchemaCatalog.standard();

    /** RFC 4826, section 3. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<list/>",
                "<list name='friends' x:y='1' xmlns:x='urn:example:x'><display-name"
                        + " xml:lang='en'>Friends</display-name><entry"
                        + " uri='sip:bob@example.com'><display-name>Bob</display-name></entry><list name='close'><entry"
                        + " uri='sip:carol@example.com'/></list><entry-ref"
                        + " ref='resource-lists/users/sip:bob@example.com/index/~~/a'/><external"
                        + " anchor='http://xcap.example.com/resource-lists/users/a/index'/><x:z/></list><list"
                        + " name='empty'/>",
            })
    void resourceListsAreValid(String content) {
        assertThat(document(Grammar.RESOURCE_LISTS, "", content)).isEmpty();
    }

    /** RFC 4826, section 3. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<entry uri='sip:bob@example.com'/>",
                "<list><entry/></list>",
                "<list><entry-ref/></list>",
                "<list><entri uri='sip:bob@example.com'/></list>",
                "<list><entry uri='sip:bob@example.com'/><display-name>late</display-name></list>",
                "<list><x:y xmlns:x='urn:example:x'/><entry uri='sip:bob@example.com'/></list>",
            })
    void whatResourceListsMustNotHoldIsAProblem(String content) {
        assertThat(document(Grammar.RESOURCE_LISTS, "", content)).isPresent();
    }

    /** RFC 4826, section 4. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<service uri='sip:friends@example.com'><resource-list>http://xcap.example.com/x</resource-list>"
                        + "<packages><package>presence</package><package>dialog</package></packages></service>",
                "<service uri='sip:friends@example.com'><list xmlns:rl='urn:ietf:params:xml:ns:resource-lists'>"
                        + "<rl:entry uri='sip:bob@example.com'/></list></service>",
            })
    void servicesAreValid(String content) {
        assertThat(document(Grammar.RLS_SERVICES, "", content)).isEmpty();
    }

    /** RFC 4826, section 4. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<service><resource-list>http://xcap.example.com/x</resource-list></service>",
                "<service uri='sip:friends@example.com'/>",
                "<service uri='sip:friends@example.com'><list/><resource-list>http://xcap.example.com/x</resource-list>"
                        + "</service>",
                "<service uri='sip:friends@example.com'><list><entry uri='sip:bob@example.com'/></list></service>",
            })
    void whatServicesMustNotHoldIsAProblem(String content) {
        assertThat(document(Grammar.RLS_SERVICES, "", content)).isPresent();
    }

    /** RFC 3858, section 4. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<watcher-list resource='sip:alice@example.com' package='presence'/>",
                "<watcher-list resource='sip:alice@example.com' package='presence'>"
                        + "<watcher id='w1' status='active' event='approved' duration-subscribed='100' expiration='50'"
                        + " display-name='Bob' xml:lang='en'>sip:bob@example.com</watcher>"
                        + "<watcher id='w2' status='terminated' event='giveup'>sip:carol@example.com</watcher>"
                        + "</watcher-list>",
            })
    void watcherInformationIsValid(String content) {
        assertThat(document(Grammar.WATCHERINFO, "version='0' state='full'", content))
                .isEmpty();
    }

    /** RFC 3858, section 4. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<watcher-list package='presence'/>",
                "<watcher-list resource='sip:a@b'/>",
                "<watcher-list resource='sip:a@b' package='presence'><watcher status='active' event='approved'>"
                        + "sip:bob@example.com</watcher></watcher-list>",
                "<watcher-list resource='sip:a@b' package='presence'><watcher id='w' status='asleep' event='approved'>"
                        + "sip:bob@example.com</watcher></watcher-list>",
                "<watcher-list resource='sip:a@b' package='presence'><watcher id='w' status='active' event='woken'>"
                        + "sip:bob@example.com</watcher></watcher-list>",
            })
    void whatWatcherInformationMustNotHoldIsAProblem(String content) {
        assertThat(document(Grammar.WATCHERINFO, "version='0' state='full'", content))
                .isPresent();
    }

    /** RFC 4825, section 11.1: the eleven conditions. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<not-well-formed/>",
                "<not-xml-frag phrase='Close the element'/>",
                "<no-parent/>",
                "<no-parent phrase='There is no list'><ancestor>http://xcap.example.com/x</ancestor></no-parent>",
                "<schema-validation-error phrase='line 3'/>",
                "<not-xml-att-value/>",
                "<cannot-insert/>",
                "<cannot-delete/>",
                "<uniqueness-failure phrase='taken'><exists"
                    + " field='rls-services/service/@uri'><alt-value>sip:friends2@example.com</alt-value></exists><exists"
                    + " field='x'/></uniqueness-failure>",
                "<constraint-failure/>",
                "<extension><x:y xmlns:x='urn:example:x'/></extension>",
                "<not-utf-8/>",
            })
    void conflictIsValid(String content) {
        assertThat(document(Grammar.XCAP_ERROR, "", content)).isEmpty();
    }

    /** RFC 4825, section 11.2. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<not-utf-8/><no-parent/>",
                "<not-utf8/>",
                "<uniqueness-failure/>",
                "<x:y xmlns:x='urn:example:x'/>"
            })
    void whatAConflictMustNotHoldIsAProblem(String content) {
        assertThat(document(Grammar.XCAP_ERROR, "", content)).isPresent();
    }

    /** RFC 4825, section 12. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<auids/><namespaces/>",
                "<auids><auid>xcap-caps</auid><auid>pres-rules</auid></auids><extensions><extension>a</extension></extensions>"
                    + "<namespaces><namespace>urn:ietf:params:xml:ns:xcap-caps</namespace></namespaces><x:y"
                    + " xmlns:x='urn:example:x'/>",
            })
    void capabilitiesAreValid(String content) {
        assertThat(document(Grammar.XCAP_CAPS, "", content)).isEmpty();
    }

    /** RFC 4825, section 12. */
    @ParameterizedTest
    @ValueSource(strings = {"", "<auids/>", "<namespaces/><auids/>", "<auids><usage/></auids><namespaces/>"})
    void whatCapabilitiesMustNotHoldIsAProblem(String content) {
        assertThat(document(Grammar.XCAP_CAPS, "", content)).isPresent();
    }

    private static Optional<SchemaProblem> document(Grammar grammar, String attributes, String content) {
        return CATALOG.validate(
                grammar,
                "<" + grammar.rootName() + " xmlns='" + grammar.rootNamespace() + "' " + attributes + ">" + content
                        + "</" + grammar.rootName() + ">");
    }
}
