package presentry.policy.read;

import java.util.Optional;
import presentry.policy.model.Condition;
import presentry.schemas.Namespaces;
import presentry.schemas.XmlElement;

/** OMA's conditions where they are not obeyed: each is FALSE as an unknown one is, but the reason says that they could be. */
final class OmaSwitchedOff implements ConditionVocabulary {
    @Override
    public Optional<Condition> condition(XmlElement element) {
        return element.namespace().equals(Namespaces.OMA_COMMON_POLICY)
                ? Optional.of(new Condition.Never(
                        element.line(),
                        "<" + element.localName()
                                + "> is a condition of OMA's, and those are not obeyed here (policy.oma)"))
                : Optional.empty();
    }
}
