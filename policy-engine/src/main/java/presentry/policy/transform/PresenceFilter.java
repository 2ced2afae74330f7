package presentry.policy.transform;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import presentry.policy.model.Attribute;
import presentry.policy.model.Permissions;
import presentry.schemas.Namespaces;
import presentry.schemas.XmlElement;

/**
 * Makes of a presence document what a watcher may see of it (RFC 5025, section 3.3). What stays keeps its prefixes, its order, and
 * the language it has from the elements around it ({@link InheritedAttributes}); what is not granted, not known or not where it
 * belongs goes. White space between the elements of a component goes too: it would tell where something was.
 *
 * <p>A document must be filtered once, from the unfiltered one. To filter again what was filtered changes nothing (RFC 5025,
 * section 4), except where occurrences are selected by class while the class itself is not shown: the filtered document then
 * lacks what it was selected by.
 */
public final class PresenceFilter {
    private static final Set<String> IDLE_TIMES = Set.of("idle-threshold", "since", "last-input");

    private final Permissions permissions;

    private PresenceFilter(Permissions permissions) {
        this.permissions = permissions;
    }

    /**
     * What is left of a document.
     *
     * @param presence the root of a presence document (RFC 3863), not filtered yet
     * @return {@code presence} itself when everything is granted; else the same root with less in it, at least its entity
     */
    public static XmlElement filter(XmlElement presence, Permissions permissions) {
        return permissions.grantsEverything()
                ? presence
                : new PresenceFilter(permissions).presence(InheritedAttributes.handedDown(presence));
    }

    private XmlElement presence(XmlElement presence) {
        return Pruning.changeChildren(only(presence, "entity"), this::topLevel);
    }

    /**
     * A note about the presentity as a whole is shown like any other note. Whatever else stands beside the components is known to
     * nobody, so that no permission but all of them together covers it.
     */
    private Optional<XmlElement> topLevel(XmlElement element) {
        if (element.is(Namespaces.PIDF, "note")) {
            return Optional.of(element)
                    .filter(note -> permissions.shows(Attribute.NOTE))
                    .map(this::defined);
        }
        return Component.of(element)
                .filter(component -> OccurrenceMatcher.isShown(component.shown(permissions), element))
                .map(component -> occurrence(component, element));
    }

    /** RFC 5025, section 3.3.2. */
    private XmlElement occurrence(Component component, XmlElement occurrence) {
        return permissions.allAttributes()
                ? occurrence
                : Pruning.changeChildren(only(occurrence, "id"), child -> child(component, child));
    }

    private Optional<XmlElement> child(Component component, XmlElement child) {
        return switch (DisclosureTable.of(component, child)) {
            case Disclosure.Always ignored -> Optional.of(defined(child));
            case Disclosure.Granted granted ->
                Optional.of(child)
                        .filter(shown -> permissions.shows(granted.attribute()))
                        .map(this::defined);
            case Disclosure.AtUserInputLevel ignored -> userInput(child);
            case Disclosure.BasicStatus ignored -> Optional.of(basicStatus(child));
            case Disclosure.Named ignored ->
                Optional.of(child).filter(named -> permissions.showsUnknown(named.namespace(), named.localName()));
            case Disclosure.Misplaced ignored -> Optional.empty();
        };
    }

    /** RFC 5025, section 3.3.2: other status values are attributes that no permission is defined for, nor can be named. */
    private XmlElement basicStatus(XmlElement status) {
        return Pruning.changeChildren(
                only(status),
                value -> Optional.of(value)
                        .filter(basic -> basic.is(Namespaces.PIDF, "basic"))
                        .map(this::defined));
    }

    /**
     * RFC 5025, section 3.3.2.12. It calls "since" what RFC 4480, section 3.12, has as "last-input": both are the time of the last
     * input.
     */
    private Optional<XmlElement> userInput(XmlElement published) {
        XmlElement element = defined(published);
        return switch (permissions.shownUserInput()) {
            case FALSE -> Optional.empty();
            case BARE ->
                Optional.of(Pruning.keepAttributes(element, attribute -> !IDLE_TIMES.contains(attribute.localName())));
            case THRESHOLDS -> Optional.of(only(element, "idle-threshold"));
            case FULL -> Optional.of(element);
        };
    }

    private XmlElement defined(XmlElement element) {
        return DefinedContent.of(element, permissions);
    }

    private static XmlElement only(XmlElement element, String... names) {
        return Pruning.keepAttributes(
                element,
                attribute -> attribute.namespace().isEmpty() && List.of(names).contains(attribute.localName()));
    }
}
