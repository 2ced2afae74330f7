package presentry.xcap.usage;

import java.util.List;
import java.util.Optional;
import presentry.schemas.Grammar;
import presentry.schemas.MediaTypes;
import presentry.schemas.Namespaces;
import presentry.xcap.address.DocumentSelector;

/**
 * Presence authorization rules under the name that the Open Mobile Alliance gave them. A user's documents may lie here or
 * under {@link PresRules}; both count for the policy.
 */
public final class OmaPresRules implements ApplicationUsage {

    private final RulesetCheck check;

    /** @param check schema validation in the dialects that the server accepts, and what else must hold */
    public OmaPresRules(RulesetCheck check) {
        this.check = check;
    }

    @Override
    public String auid() {
        return "org.openmobilealliance.pres-rules";
    }

    @Override
    public String mediaType() {
        return MediaTypes.AUTH_POLICY_XML;
    }

    /** Here the root element is in the default namespace, unlike with {@link PresRules}. */
    @Override
    public Optional<String> defaultNamespace() {
        return Optional.of(Namespaces.COMMON_POLICY);
    }

    @Override
    public List<String> namespaces() {
        return List.of(Namespaces.PRES_RULES, Namespaces.COMMON_POLICY);
    }

    @Override
    public boolean holdsRules() {
        return true;
    }

    @Override
    public Optional<Violation> check(DocumentSelector document, String text) {
        return check.check(Grammar.PRES_RULES, text);
    }
}
