package presentry.policy.read;

import java.util.Optional;
import presentry.policy.model.Permissions;
import presentry.policy.model.SubHandling;
import presentry.schemas.Namespaces;
import presentry.schemas.XmlElement;

/** The action of SER's message rules. There is nothing to transform in a message. */
final class ImRules implements GrantVocabulary {
    /** A value that is neither {@code allow} nor {@code block} blocks: SER knows only these two. */
    @Override
    public Optional<SubHandling> action(XmlElement element) {
        return element.is(Namespaces.IM_RULES, "im-handling")
                ? Optional.of(Values.token(element)
                        .filter("allow"::equals)
                        .map(word -> SubHandling.ALLOW)
                        .orElse(SubHandling.BLOCK))
                : Optional.empty();
    }

    /** Message rules define none. */
    @Override
    public boolean transformation(XmlElement element, Permissions.Builder grants) {
        return false;
    }
}
