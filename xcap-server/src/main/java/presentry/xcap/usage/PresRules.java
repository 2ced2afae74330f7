package presentry.xcap.usage;

import java.util.List;
import java.util.Optional;
import presentry.schemas.Grammar;
import presentry.schemas.MediaTypes;
import presentry.schemas.Namespaces;
import presentry.xcap.address.DocumentSelector;

/** Presence authorization rules (RFC 5025, section 9). */
public final class PresRules implements ApplicationUsage {

    private final RulesetCheck check;

    /** @param check schema validation in the dialects that the server accepts, and what else must hold */
    public PresRules(RulesetCheck check) {
        this.check = check;
    }

    /** Section 9.1. */
    @Override
    public String auid() {
        return "pres-rules";
    }

    /** Section 9.4. */
    @Override
    public String mediaType() {
        return MediaTypes.AUTH_POLICY_XML;
    }

    /** Section 9.3. The root element is in another one, the namespace of common policy. */
    @Override
    public Optional<String> defaultNamespace() {
        return Optional.of(Namespaces.PRES_RULES);
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
