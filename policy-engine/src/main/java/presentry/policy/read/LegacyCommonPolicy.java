package presentry.policy.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import presentry.policy.model.Condition;
import presentry.policy.model.Except;
import presentry.policy.model.IdentityMember;
import presentry.policy.model.Token;
import presentry.schemas.Namespaces;
import presentry.schemas.XmlElement;
import presentry.uri.CanonicalUri;
import presentry.uri.UriValue;

/**
 * The identity condition as it was before RFC 4745, in the form that SER's presence server documents: {@code <id>},
 * {@code <domain>} and {@code <any-identity>} are alternatives, and {@code <except>} beside them narrows the domains and
 * any-identity, but not the ids. By RFC 4745 such documents match nobody. All other conditions are RFC 4745's.
 */
final class LegacyCommonPolicy implements ConditionVocabulary {
    private static final Set<String> OLD = Set.of("id", "domain", "except", "any-identity");
    private static final Set<String> NEW = Set.of("one", "many");

    private final CommonPolicy commonPolicy = new CommonPolicy();

    /** Whether a rule set uses elements of the old dialect and none of those that replaced them. */
    static boolean isSpokenIn(XmlElement ruleset) {
        return members(ruleset).noneMatch(member -> NEW.contains(member.localName()))
                && members(ruleset).anyMatch(member -> OLD.contains(member.localName()));
    }

    @Override
    public Optional<Condition> condition(XmlElement element) {
        return CommonPolicy.is(element, "identity") ? Optional.of(identity(element)) : commonPolicy.condition(element);
    }

    private static Stream<XmlElement> members(XmlElement ruleset) {
        return ruleset.elements().stream()
                .filter(rule -> CommonPolicy.is(rule, "rule"))
                .flatMap(rule -> rule.elements().stream())
                .filter(part -> CommonPolicy.is(part, "conditions"))
                .flatMap(conditions -> conditions.elements().stream())
                .filter(condition -> CommonPolicy.is(condition, "identity"))
                .flatMap(identity -> identity.elements().stream())
                .filter(member -> member.namespace().equals(Namespaces.COMMON_POLICY));
    }

    private static Condition identity(XmlElement identity) {
        var excepts = identity.elements().stream()
                .filter(member -> CommonPolicy.is(member, "except"))
                .flatMap(LegacyCommonPolicy::except)
                .toList();
        var members = new ArrayList<IdentityMember>();
        for (var member : identity.elements()) {
            if (CommonPolicy.is(member, "id")) {
                members.add(
                        CommonPolicy.entity(member, member.attribute("entity").orElseGet(member::text)));
            } else if (CommonPolicy.is(member, "domain")) {
                members.add(CommonPolicy.manyOf(member, Optional.of(domain(member)), excepts));
            } else if (CommonPolicy.is(member, "any-identity")) {
                members.addAll(anyIdentity(member, excepts));
            } else if (!CommonPolicy.is(member, "except")) {
                members.add(CommonPolicy.nobody(member, CommonPolicy.unknown(member)));
            }
        }
        return members.isEmpty() && !identity.elements().isEmpty()
                ? new Condition.Never(
                        identity.line(), "<identity> has exceptions but nothing that they are exceptions to")
                : new Condition.Identity(identity.line(), members);
    }

    /** Anybody, or anybody of the domains in it when there are any, but nobody of an {@code <except-domain>}. */
    private static List<IdentityMember> anyIdentity(XmlElement any, List<Except> siblings) {
        var unknown = any.elements().stream()
                .filter(child -> !CommonPolicy.is(child, "domain") && !CommonPolicy.is(child, "except-domain"))
                .findFirst();
        if (unknown.isPresent()) {
            return List.of(CommonPolicy.nobody(any, CommonPolicy.unknown(unknown.get())));
        }
        var unreadable = any.elements().stream()
                .filter(child -> CommonPolicy.is(child, "except-domain"))
                .anyMatch(child -> DomainReader.read(domain(child)).isEmpty());
        if (unreadable) {
            return List.of(CommonPolicy.nobody(any, "its <except-domain> names no domain"));
        }
        var excepts = new ArrayList<>(siblings);
        any.elements().stream()
                .filter(child -> CommonPolicy.is(child, "except-domain"))
                .flatMap(child -> DomainReader.read(domain(child)).stream())
                .map(Except.Domain::new)
                .forEach(excepts::add);
        var domains = any.elements().stream()
                .filter(child -> CommonPolicy.is(child, "domain"))
                .toList();
        return domains.isEmpty()
                ? List.of(CommonPolicy.manyOf(any, Optional.empty(), excepts))
                : domains.stream()
                        .map(child -> CommonPolicy.manyOf(child, Optional.of(domain(child)), excepts))
                        .toList();
    }

    private static String domain(XmlElement element) {
        return element.attribute("domain").orElseGet(() -> Token.collapse(element.text()));
    }

    /**
     * With a scheme, an entity. With an @ but no scheme, that user of that domain whatever the scheme. Without either, a user
     * part, which is what SER compares, with case.
     */
    private static Stream<Except> except(XmlElement except) {
        var entity = Token.collapse(except.attribute("entity").orElseGet(except::text));
        var uri = UriValue.parse(entity);
        if (uri.isPresent()) {
            return Stream.of(new Except.Entity(uri.get()));
        }
        if (entity.contains("@")) {
            return Stream.of("sip:", "sips:", "pres:")
                    .flatMap(scheme -> CanonicalUri.parse(scheme + entity).stream())
                    .map(Except.Entity::new);
        }
        return entity.isEmpty() ? Stream.of() : Stream.of(new Except.User(entity));
    }
}
