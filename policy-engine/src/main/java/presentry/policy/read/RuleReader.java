package presentry.policy.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import presentry.policy.model.Condition;
import presentry.policy.model.Permissions;
import presentry.policy.model.Rule;
import presentry.policy.model.Statement;
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
        var statements = new ArrayList<Statement>();
        var handling = Optional.<SubHandling>empty();
        var grants = Permissions.builder();
        for (var part : rule.elements()) {
            if (CommonPolicy.is(part, "conditions")) {
                part.elements().forEach(element -> conditions.add(condition(element)));
            } else if (CommonPolicy.is(part, "actions")) {
                handling = SubHandling.or(handling, action(part, statements));
            } else if (CommonPolicy.is(part, "transformations")) {
                for (var element : part.elements()) {
                    if (grantVocabulary.transformation(element, grants)) {
                        statements.add(statement(element));
                    }
                }
            } else {
                conditions.add(new Condition.Never(part.line(), CommonPolicy.unknown(part)));
            }
        }
        var id = Token.collapse(rule.attribute("id").orElse(""));
        return new Rule(document, id, rule.line(), conditions, handling, grants.build(), statements);
    }

    /** RFC 4745, section 7: what is not known is FALSE, also in the common policy namespace itself. */
    private Condition condition(XmlElement element) {
        for (var vocabulary : conditionVocabularies) {
            var condition = vocabulary.condition(element);
            if (condition.isPresent()) {
                return condition.get();
            }
        }
        return new Condition.Never(element.line(), CommonPolicy.unknown(element));
    }

    private Optional<SubHandling> action(XmlElement actions, List<Statement> statements) {
        var greatest = Optional.<SubHandling>empty();
        for (var element : actions.elements()) {
            var action = grantVocabulary.action(element);
            action.ifPresent(known -> statements.add(statement(element)));
            greatest = SubHandling.or(greatest, action);
        }
        return greatest;
    }

    private static Statement statement(XmlElement element) {
        var members = new ArrayList<Statement>();
        for (var member : element.elements()) {
            members.add(new Statement(member.line(), member.localName(), member.text(), List.of()));
        }
        return new Statement(element.line(), element.localName(), element.text(), members);
    }
}
