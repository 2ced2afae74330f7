package presentry.policy.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import presentry.policy.model.Attribute;
import presentry.policy.model.Finding;
import presentry.policy.model.Finding.Severity;
import presentry.policy.model.OccurrenceSelector;
import presentry.policy.model.RuleDocument;
import presentry.policy.model.SubHandling;
import presentry.policy.model.Token;
import presentry.policy.model.Usage;
import presentry.policy.model.UserInput;
import presentry.schemas.Namespaces;
import presentry.schemas.SafeXml;
import presentry.schemas.XmlElement;
import presentry.schemas.XmlLimits;
import presentry.schemas.XmlResult;

/**
 * Finds what a rule document says in words that nobody understands: exceptions that except nobody, actions and permissions that
 * are ignored because of their name, namespace, place or value. A server must ignore them in silence (RFC 5025, section 8); their author should be told.
 */
public final class SpellingCheck {
    private static final String ACTION = "sub-handling";
    private static final Set<String> TRANSFORMATIONS = transformations();

    private final Usage usage;
    private final String document;
    private final List<Finding> findings = new ArrayList<>();

    private SpellingCheck(Usage usage, String document) {
        this.usage = usage;
        this.document = document;
    }

    /** What is found in a document; nothing in one that cannot be read. */
    public static List<Finding> check(Usage usage, RuleDocument document) {
        var check = new SpellingCheck(usage, document.name());
        if (SafeXml.parse(document.text(), XmlLimits.DEFAULT) instanceof XmlResult.Parsed parsed) {
            check.ruleset(parsed.root());
        }
        return List.copyOf(check.findings);
    }

    private void ruleset(XmlElement ruleset) {
        if (LegacyCommonPolicy.isSpokenIn(ruleset)) {
            add(
                    Severity.HINT,
                    ruleset,
                    "the identities are written as before RFC 4745; by that text they name nobody",
                    "write <one id=\"URI\"/> and <many domain=\"NAME\"><except id=\"URI\"/></many>");
        }
        for (var rule : ruleset.elements()) {
            if (!CommonPolicy.is(rule, "rule")) {
                warn(rule, name(rule) + " is no rule and is ignored", "name it <rule>, in " + Namespaces.COMMON_POLICY);
                continue;
            }
            for (var part : rule.elements()) {
                if (CommonPolicy.is(part, "conditions")) {
                    findings.addAll(ConditionCheck.check(document, part));
                } else if (CommonPolicy.is(part, "actions")) {
                    part.elements().forEach(this::action);
                } else if (CommonPolicy.is(part, "transformations")) {
                    part.elements().forEach(this::transformation);
                }
            }
        }
    }

    private void action(XmlElement action) {
        var namespace = usage == Usage.PRES_RULES ? Namespaces.PRES_RULES : Namespaces.IM_RULES;
        var name = usage == Usage.PRES_RULES ? ACTION : "im-handling";
        if (action.is(namespace, name)) {
            value(action, values());
        } else if (action.is(Namespaces.PRES_RULES, action.localName())
                && TRANSFORMATIONS.contains(action.localName())) {
            warn(action, name(action) + " is no action and is ignored", "move it into <transformations>");
        } else {
            ignored(action, namespace, Set.of(name));
        }
    }

    private void transformation(XmlElement element) {
        boolean ours = element.namespace().equals(Namespaces.PRES_RULES);
        if (ours && element.localName().equals(ACTION)) {
            warn(element, "<sub-handling> is no transformation and is ignored", "move it into <actions>");
        } else if (!ours || !TRANSFORMATIONS.contains(element.localName())) {
            ignored(element, Namespaces.PRES_RULES, TRANSFORMATIONS);
        } else if (PresRules.MEMBERS.containsKey(element.localName())) {
            var members = members(element.localName());
            element.elements().stream()
                    .filter(member ->
                            !member.namespace().equals(Namespaces.PRES_RULES) || !members.contains(member.localName()))
                    .forEach(member -> ignored(member, Namespaces.PRES_RULES, members));
        } else if (element.localName().equals("provide-user-input")) {
            // RFC 5025, section 7: a string, in which white space counts
            value(
                    element,
                    element.text(),
                    Stream.of(UserInput.values()).map(UserInput::word).toList());
        } else if (element.localName().equals("provide-all-attributes")) {
            allAttributes(element);
        } else {
            value(element, List.of("true", "false", "1", "0"));
            unknownAttribute(element);
        }
    }

    /** RFC 5025, section 7: the element is empty, and its presence grants. */
    private void allAttributes(XmlElement element) {
        if (!Token.collapse(element.text()).isEmpty()) {
            warn(
                    element,
                    "<provide-all-attributes> grants all attributes, whatever it holds",
                    "empty it, or remove it to grant less");
        }
    }

    private void unknownAttribute(XmlElement element) {
        var name = element.attribute("name").orElse("");
        boolean named = !name.isEmpty() && !element.attribute("ns").orElse("").isEmpty();
        if (element.localName().equals("provide-unknown-attribute") && (!named || name.indexOf(':') >= 0)) {
            warn(
                    element,
                    "<provide-unknown-attribute> names no attribute and is ignored",
                    "give it ns=\"NAMESPACE\" and name=\"NAME\", the name without a prefix (RFC 5025, section"
                            + " 3.3.2.14)");
        }
    }

    private void value(XmlElement element, Collection<String> values) {
        value(element, Token.collapse(element.text()), values);
    }

    private void value(XmlElement element, String value, Collection<String> values) {
        if (values.contains(value) && element.elements().isEmpty()) {
            return;
        }
        var meant = Spelling.nearest(value, values);
        warn(
                element,
                "`" + value + "` is no value of <" + element.localName() + "> and grants nothing",
                meant.map(word -> "write `" + word + "`").orElse("write one of " + String.join(", ", values)));
    }

    private void ignored(XmlElement element, String namespace, Set<String> names) {
        if (OmaPresRules.isPermission(element)) {
            add(
                    Severity.HINT,
                    element,
                    name(element) + " is obeyed only with policy.oma",
                    "switch it on, or remove it");
        } else if (names.contains(element.localName())) {
            warn(element, name(element) + " is ignored because of its namespace", "put it into " + namespace);
        } else if (element.namespace().equals(namespace) || element.namespace().equals(Namespaces.COMMON_POLICY)) {
            var meant = Spelling.nearest(element.localName(), names);
            warn(
                    element,
                    name(element) + " is not known here and is ignored",
                    meant.map(name -> "write <" + name + ">, in " + namespace)
                            .orElse("remove it, or write one of " + String.join(", ", names)));
        } else {
            add(Severity.HINT, element, name(element) + " is an extension not known here and is ignored", "nothing");
        }
    }

    private Collection<String> values() {
        return usage == Usage.PRES_RULES
                ? Stream.of(SubHandling.values()).map(SubHandling::word).toList()
                : List.of("block", "allow");
    }

    private void warn(XmlElement element, String problem, String remedy) {
        add(Severity.WARNING, element, problem, remedy);
    }

    private void add(Severity severity, XmlElement element, String problem, String remedy) {
        findings.add(new Finding(severity, document, element.line(), problem, remedy));
    }

    private static String name(XmlElement element) {
        return "<" + element.localName() + "> of `" + element.namespace() + "`";
    }

    private static Set<String> transformations() {
        var names = new TreeSet<>(PresRules.MEMBERS.keySet());
        Stream.of(Attribute.values()).map(Attribute::permission).forEach(names::add);
        names.addAll(Set.of("provide-user-input", "provide-unknown-attribute", "provide-all-attributes"));
        return names;
    }

    private static Set<String> members(String set) {
        var names = new TreeSet<>(Set.of(set.replace("provide-", "all-")));
        PresRules.MEMBERS.getOrDefault(set, Set.of()).stream()
                .map(OccurrenceSelector.Kind::element)
                .forEach(names::add);
        return names;
    }
}
