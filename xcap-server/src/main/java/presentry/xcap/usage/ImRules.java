package presentry.xcap.usage;

import java.util.List;
import java.util.Optional;
import presentry.schemas.Grammar;
import presentry.schemas.MediaTypes;
import presentry.schemas.Namespaces;
import presentry.xcap.address.DocumentSelector;

/** Authorization of instant messages, as the SER presence server defined it. */
public final class ImRules implements ApplicationUsage {

    private final RulesetCheck check;

    /** @param check schema validation in the dialects that the server accepts, and what else must hold */
    public ImRules(RulesetCheck check) {
        this.check = check;
    }

    @Override
    public String auid() {
        return "im-rules";
    }

    @Override
    public String mediaType() {
        return MediaTypes.AUTH_POLICY_XML;
    }

    @Override
    public Optional<String> defaultNamespace() {
        return Optional.of(Namespaces.IM_RULES);
    }

    @Override
    public List<String> namespaces() {
        return List.of(Namespaces.IM_RULES, Namespaces.COMMON_POLICY);
    }

    @Override
    public boolean holdsRules() {
        return true;
    }

    @Override
    public Optional<Violation> check(DocumentSelector document, String text) {
        return check.check(Grammar.IM_RULES, text);
    }
}
