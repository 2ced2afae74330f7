package presentry.policy.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import presentry.policy.model.Condition;
import presentry.policy.model.Except;
import presentry.policy.model.IdentityMember;
import presentry.policy.model.Interval;
import presentry.policy.model.Token;
import presentry.schemas.Namespaces;
import presentry.schemas.XmlElement;
import presentry.uri.UriValue;

/** The conditions of RFC 4745, section 7. What is not understood becomes a condition or member that is FALSE. */
final class CommonPolicy implements ConditionVocabulary {
    @Override
    public Optional<Condition> condition(XmlElement element) {
        if (!element.namespace().equals(Namespaces.COMMON_POLICY)) {
            return Optional.empty();
        }
        return switch (element.localName()) {
            case "identity" -> Optional.of(identity(element));
            case "sphere" -> Optional.of(sphere(element));
            case "validity" -> Optional.of(validity(element));
            default -> Optional.empty();
        };
    }

    /** Whether an element is of the common policy namespace and has this name. */
    static boolean is(XmlElement element, String localName) {
        return element.is(Namespaces.COMMON_POLICY, localName);
    }

    /** What is said of an element that nobody knows. */
    static String unknown(XmlElement element) {
        return "<" + element.localName() + "> of namespace `" + element.namespace() + "` is not known here";
    }

    private static Condition identity(XmlElement identity) {
        var members = new ArrayList<IdentityMember>();
        for (var member : identity.elements()) {
            members.add(member(member));
        }
        return new Condition.Identity(identity.line(), members);
    }

    private static IdentityMember member(XmlElement member) {
        if (is(member, "one")) {
            return one(member);
        }
        if (is(member, "many")) {
            return many(member);
        }
        return nobody(member, unknown(member)); // RFC 4745, section 7.1.1
    }

    /**
     * RFC 4745, section 7.1.2. An element inside {@code <one>} is an extension that nobody defined yet and that could only
     * narrow it: this one then matches nobody. Section 7.2 forbids a domain beside the id.
     */
    private static IdentityMember one(XmlElement one) {
        var inside = one.elements();
        if (!inside.isEmpty()) {
            return nobody(one, unknown(inside.getFirst()));
        }
        if (one.attribute("domain").isPresent()) {
            return nobody(one, "<one> must not have a domain; use <many domain=\"...\">");
        }
        return entity(one, one.attribute("id").orElse(""));
    }

    /** The member for one URI; matches nobody when the text is no URI with a scheme (RFC 4745, section 7.2). */
    static IdentityMember entity(XmlElement element, String id) {
        var uri = UriValue.parse(id);
        return uri.isPresent()
                ? new IdentityMember.One(element.line(), uri.get())
                : nobody(element, "`" + id + "` is no URI; write for example sip:bob@example.com");
    }

    /** RFC 4745, section 7.1.3. An unknown child could only narrow it, so this one then matches nobody. */
    private static IdentityMember many(XmlElement many) {
        Predicate<XmlElement> isExcept = child -> is(child, "except");
        var unknown = many.elements().stream().filter(isExcept.negate()).findFirst();
        if (unknown.isPresent()) {
            return nobody(many, unknown(unknown.get()));
        }
        var excepts = many.elements().stream().flatMap(CommonPolicy::excepts).toList();
        var unreadable = many.elements().stream()
                .filter(CommonPolicy::exceptsNobodyKnown)
                .findFirst();
        if (unreadable.isPresent()) {
            return nobody(many, "its <except> names nobody who can be told, and letting that one in would be wrong");
        }
        return manyOf(many, many.attribute("domain"), excepts);
    }

    /** The member for all of a domain, or for all; matches nobody when the domain cannot be one (section 7.1.3, step 2). */
    static IdentityMember manyOf(XmlElement element, Optional<String> domain, List<Except> excepts) {
        if (domain.isEmpty()) {
            return new IdentityMember.Many(element.line(), Optional.empty(), excepts);
        }
        var ascii = DomainReader.read(domain.get());
        return ascii.isPresent()
                ? new IdentityMember.Many(element.line(), ascii, excepts)
                : nobody(element, "`" + domain.get() + "` is no domain name");
    }

    /** With both attributes either excludes, with none nothing is excluded: RFC 4745 is silent about both. */
    private static Stream<Except> excepts(XmlElement except) {
        var id = except.attribute("id").flatMap(UriValue::parse).<Except>map(Except.Entity::new);
        var domain = except.attribute("domain").flatMap(DomainReader::read).<Except>map(Except.Domain::new);
        return Stream.concat(id.stream(), domain.stream());
    }

    /**
     * An exception that cannot be read excepts somebody all the same. As nobody can say whom, the members around it match
     * nobody: what was meant to keep somebody out never lets him in.
     */
    private static boolean exceptsNobodyKnown(XmlElement except) {
        return except.attribute("id").filter(id -> UriValue.parse(id).isEmpty()).isPresent()
                || except.attribute("domain")
                        .filter(domain -> DomainReader.read(domain).isEmpty())
                        .isPresent();
    }

    /** RFC 4745, section 7.3: the attribute counts, and its tokens stand between blanks. */
    private static Condition sphere(XmlElement sphere) {
        var tokens = Token.collapse(sphere.attribute("value").orElse(""));
        if (!sphere.elements().isEmpty()) {
            return new Condition.Never(sphere.line(), unknown(sphere.elements().getFirst()));
        }
        return tokens.isEmpty()
                ? new Condition.Never(sphere.line(), "<sphere> has no value; write <sphere value=\"work\"/>")
                : new Condition.Sphere(sphere.line(), List.of(tokens.split(" ")));
    }

    /** RFC 4745, section 7.4: the children come in pairs; a pair with a time that is none is FALSE, the others count. */
    private static Condition validity(XmlElement validity) {
        var children = validity.elements();
        if (children.isEmpty() || !areInPairs(children)) {
            return new Condition.Never(validity.line(), "<validity> is not made of pairs of <from> and <until>");
        }
        var intervals = new ArrayList<Interval>();
        for (int i = 0; i < children.size(); i += 2) {
            var from = Values.token(children.get(i)).flatMap(DateTimeReader::from);
            var until = Values.token(children.get(i + 1)).flatMap(DateTimeReader::until);
            from.ifPresent(start -> until.ifPresent(end -> intervals.add(new Interval(start, end))));
        }
        return new Condition.Validity(validity.line(), intervals);
    }

    private static boolean areInPairs(List<XmlElement> children) {
        for (int i = 0; i < children.size(); i++) {
            if (!is(children.get(i), i % 2 == 0 ? "from" : "until")) {
                return false;
            }
        }
        return children.size() % 2 == 0;
    }

    static IdentityMember nobody(XmlElement element, String why) {
        return new IdentityMember.Nobody(element.line(), why);
    }
}
