package presentry.policy.read;

import java.util.Optional;
import presentry.policy.model.Condition;
import presentry.policy.model.ExternalLists;
import presentry.policy.model.Token;
import presentry.schemas.Namespaces;
import presentry.schemas.XmlElement;
import presentry.uri.UriValue;

/** OMA's additions to the conditions of common policy (OMA XDM core, common policy extensions). */
final class OmaCommonPolicy implements ConditionVocabulary {
    private final ExternalLists lists;

    /** @param lists those that {@code <external-list>} may refer to */
    OmaCommonPolicy(ExternalLists lists) {
        this.lists = lists;
    }

    @Override
    public Optional<Condition> condition(XmlElement element) {
        if (!element.namespace().equals(Namespaces.OMA_COMMON_POLICY)) {
            return Optional.empty();
        }
        return switch (element.localName()) {
            case "anonymous-request" -> Optional.of(new Condition.AnonymousRequest(element.line()));
            case "other-identity" -> Optional.of(new Condition.OtherIdentity(element.line()));
            case "external-list" -> Optional.of(externalList(element));
            default -> Optional.empty();
        };
    }

    private Condition externalList(XmlElement list) {
        var members = list.elements().stream()
                .filter(entry -> entry.is(Namespaces.OMA_COMMON_POLICY, "entry"))
                .flatMap(entry -> entry.attribute("anc").stream())
                .flatMap(anchor -> lists.members(UriValue.spelling(Token.collapse(anchor))).stream())
                .flatMap(uri -> UriValue.parse(uri).stream())
                .toList();
        return new Condition.ExternalList(list.line(), members);
    }
}
