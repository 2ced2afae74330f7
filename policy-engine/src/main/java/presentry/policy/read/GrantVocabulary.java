package presentry.policy.read;

import java.util.Optional;
import presentry.policy.model.Permissions;
import presentry.policy.model.SubHandling;
import presentry.schemas.XmlElement;

/** What a rule of one usage can grant. */
interface GrantVocabulary {
    /** The action a child of {@code <actions>} stands for; empty when it is not known and so ignored. */
    Optional<SubHandling> action(XmlElement element);

    /** Adds what a child of {@code <transformations>} shows; says whether it is known. */
    boolean transformation(XmlElement element, Permissions.Builder grants);
}
