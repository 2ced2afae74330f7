package presentry.policy.read;

import java.util.ArrayList;
import java.util.List;
import presentry.policy.model.Condition;
import presentry.policy.model.ExternalLists;
import presentry.policy.model.IdentityMember;
import presentry.policy.model.Rule;
import presentry.policy.model.RuleDocument;
import presentry.policy.model.RuleProblem;
import presentry.policy.model.Usage;
import presentry.schemas.SafeXml;
import presentry.schemas.XmlElement;
import presentry.schemas.XmlResult;

/**
 * Turns the text of a rule document into rules. Lenient about what a schema would refuse, as it must read whatever is stored:
 * what is not understood grants nothing. What cannot be a rule set at all is a {@link RuleProblem}.
 */
public final class RulesetReader {
    private final Dialect dialect;
    private final RuleLimits limits;
    private final ExternalLists lists;

    /** @param lists those that OMA's external-list may refer to */
    public RulesetReader(Dialect dialect, RuleLimits limits, ExternalLists lists) {
        this.dialect = dialect;
        this.limits = limits;
        this.lists = lists;
    }

    /** What a document turns out to be. */
    public sealed interface Result {
        /** A rule set. */
        record Rules(List<Rule> rules) implements Result {}

        /** Nothing that can be used. */
        record Unusable(RuleProblem problem) implements Result {}
    }

    /** Reads one document. */
    public Result read(Usage usage, RuleDocument document) {
        if (document.text().length() > limits.maxChars()) {
            return tooLarge("the document has more than " + limits.maxChars() + " characters", 1);
        }
        return switch (SafeXml.parse(document.text(), limits.xml())) {
            case XmlResult.Parsed parsed -> read(usage, document.name(), parsed.root());
            case XmlResult.Refused refused -> unreadable(refused.message(), refused.line());
        };
    }

    private Result read(Usage usage, String document, XmlElement root) {
        if (!CommonPolicy.is(root, "ruleset")) {
            return unreadable("the root element is not <ruleset> of common policy (RFC 4745)", root.line());
        }
        var reader = new RuleReader(document, conditions(root), grants(usage));
        var rules = new ArrayList<Rule>();
        int identities = 0;
        for (var element : root.elements()) {
            if (!CommonPolicy.is(element, "rule")) {
                continue;
            }
            var rule = reader.read(element);
            rules.add(rule);
            identities += identities(rule);
            if (rules.size() > limits.maxRules()) {
                return tooLarge("the document has more than " + limits.maxRules() + " rules", rule.line());
            }
            if (identities > limits.maxIdentities()) {
                return tooLarge("the document names more than " + limits.maxIdentities() + " identities", rule.line());
            }
        }
        return new Result.Rules(List.copyOf(rules));
    }

    private List<ConditionVocabulary> conditions(XmlElement root) {
        var vocabularies = new ArrayList<ConditionVocabulary>();
        boolean legacy = dialect.legacy() && LegacyCommonPolicy.isSpokenIn(root);
        vocabularies.add(legacy ? new LegacyCommonPolicy() : new CommonPolicy());
        vocabularies.add(dialect.oma() ? new OmaCommonPolicy(lists) : new OmaSwitchedOff());
        return vocabularies;
    }

    private GrantVocabulary grants(Usage usage) {
        return switch (usage) {
            case PRES_RULES -> dialect.oma() ? new OmaPresRules() : new PresRules();
            case IM_RULES -> new ImRules();
        };
    }

    private static int identities(Rule rule) {
        int identities = 0;
        for (var condition : rule.conditions()) {
            identities += identities(condition);
        }
        return identities;
    }

    private static int identities(Condition condition) {
        return switch (condition) {
            case Condition.Identity identity ->
                identity.members().stream().mapToInt(RulesetReader::identities).sum();
            case Condition.ExternalList ignored -> 0; // bounded by who keeps the lists
            case Condition.Sphere ignored -> 0;
            case Condition.Validity ignored -> 0;
            case Condition.AnonymousRequest ignored -> 0;
            case Condition.OtherIdentity ignored -> 0;
            case Condition.Never ignored -> 0;
        };
    }

    private static int identities(IdentityMember member) {
        return switch (member) {
            case IdentityMember.Many many -> 1 + many.excepts().size();
            case IdentityMember.One ignored -> 1;
            case IdentityMember.Nobody ignored -> 1;
        };
    }

    private static Result tooLarge(String what, int line) {
        return new Result.Unusable(new RuleProblem(RuleProblem.Kind.TOO_LARGE, what, line));
    }

    private static Result unreadable(String what, int line) {
        return new Result.Unusable(new RuleProblem(RuleProblem.Kind.UNREADABLE, what, line));
    }
}
