package presentry.policy.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import presentry.policy.model.Condition;
import presentry.policy.model.Permissions;
import presentry.policy.model.Rule;
import presentry.policy.model.SubHandling;
import presentry.policy.model.Token;
import presentry.schemas.XmlElement;

/** Reads one {@code <rule>} (RFC 4745, section 6). */
final class RuleReader {
    private final String document;
    private final List<ConditionVocabulary> conditionVocabularies;
    private final GrantVocabulary grantVocabulary;

    /** @param conditionVocabularies asked in this order */
    RuleReader(String document, List<ConditionVocabulary> conditionVocabularies, GrantVocabulary grantVocabulary) {
        this.document = document;
        this.conditionVocabularies = List.copyOf(conditionVocabularies);
        this.grantVocabulary = grantVocabulary;
    }

    /**
     * The rule. A child that is none of the three parts makes it match nobody: it could only be meant to narrow the rule, and
     * a server that does not know it must not reveal more than its author wanted (RFC 4745, section 4, "upgradeable").
     */
    Rule read(XmlElement rule) {
        var conditions = new ArrayList<Condition>();
        var handling = Optional.<SubHandling>empty();
        var grants = Permissions.builder();
        for (var part : rule.elements()) {
            if (CommonPolicy.is(part, "conditions")) {
                part.elements().forEach(element -> conditions.add(condition(element)));
            } else if (CommonPolicy.is(part, "actions")) {
                handling = greater(handling, action(part));
            } else if (CommonPolicy.is(part, "transformations")) {
                part.elements().forEach(element -> grantVocabulary.transformation(element, grants));
            } else {
                conditions.add(new Condition.Never(part.line(), CommonPolicy.unknown(part)));
            }
        }
        var id = Token.collapse(rule.attribute("id").orElse(""));
        return new Rule(document, id, rule.line(), conditions, handling, grants.build());
    }

    /** RFC 4745, section 7: what is not known is FALSE, also in the common policy namespace itself. */
    private Condition condition(XmlElement element) {
        return conditionVocabularies.stream()
                .flatMap(vocabulary -> vocabulary.condition(element).stream())
                .findFirst()
                .orElseGet(() -> new Condition.Never(element.line(), CommonPolicy.unknown(element)));
    }

    private Optional<SubHandling> action(XmlElement actions) {
        return actions.elements().stream()
                .flatMap(element -> grantVocabulary.action(element).stream())
                .reduce(SubHandling::or);
    }

    private static Optional<SubHandling> greater(Optional<SubHandling> one, Optional<SubHandling> other) {
        return one.isPresent() && other.isPresent() ? Optional.of(one.get().or(other.get())) : one.or(() -> other);
    }
}
