package presentry.policy.read;

import java.util.Optional;
import presentry.policy.model.Condition;
import presentry.schemas.XmlElement;

/** The conditions of one namespace or dialect. */
interface ConditionVocabulary {
    /** The condition an element stands for; empty when this vocabulary does not know the element. */
    Optional<Condition> condition(XmlElement element);
}
