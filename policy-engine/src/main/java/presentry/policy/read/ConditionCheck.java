package presentry.policy.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import presentry.policy.model.Finding;
import presentry.policy.model.Finding.Severity;
import presentry.schemas.XmlElement;
import presentry.uri.UriValue;

/**
 * Finds in the conditions of a rule what is passed over in silence: exceptions that except nobody, which lets somebody in, and
 * times that are none (RFC 4745, sections 7.1.3 and 7.4).
 */
final class ConditionCheck {
    private final String document;
    private final List<Finding> findings = new ArrayList<>();

    private ConditionCheck(String document) {
        this.document = document;
    }

    /** What is found in an element {@code <conditions>}. */
    static List<Finding> check(String document, XmlElement conditions) {
        var check = new ConditionCheck(document);
        for (var condition : conditions.elements()) {
            if (CommonPolicy.is(condition, "identity")) {
                condition.elements().stream()
                        .filter(member -> CommonPolicy.is(member, "many"))
                        .forEach(check::many);
            } else if (CommonPolicy.is(condition, "validity")) {
                condition.elements().forEach(check::time);
            }
        }
        return check.findings;
    }

    private void many(XmlElement many) {
        var domain = many.attribute("domain").flatMap(DomainReader::read);
        for (var except : many.elements()) {
            if (CommonPolicy.is(except, "except")) {
                except(except, domain);
            }
        }
    }

    private void except(XmlElement except, Optional<String> domain) {
        var id = except.attribute("id");
        var excepted = except.attribute("domain");
        if (id.isEmpty() && excepted.isEmpty()) {
            warn(except, "this <except> excepts nobody: it has no id and no domain", "give it one of them");
        }
        id.ifPresent(text -> exceptedEntity(except, text, domain));
        excepted.ifPresent(text -> exceptedDomain(except, text, domain));
    }

    private void exceptedEntity(XmlElement except, String id, Optional<String> domain) {
        var uri = UriValue.parse(id);
        if (uri.isEmpty()) {
            warn(
                    except,
                    "this is no URI, so that its <many> matches nobody: `" + id + "`",
                    "write for example sip:bob@example.com");
        } else if (domain.isPresent() && !uri.get().host().equals(domain)) {
            needless(except, uri.get().toString(), domain.get());
        }
    }

    private void exceptedDomain(XmlElement except, String name, Optional<String> domain) {
        var excepted = DomainReader.read(name);
        if (excepted.isEmpty()) {
            warn(
                    except,
                    "this is no domain name, so that its <many> matches nobody: `" + name + "`",
                    "write for example example.com");
        } else if (excepted.equals(domain)) {
            warn(
                    except,
                    "this excepts everybody of the <many> around it, which then matches nobody",
                    "except single ids, or remove the <many>");
        } else if (domain.isPresent()) {
            needless(except, excepted.get(), domain.get());
        }
    }

    /** RFC 4745, section 7.1.3.3, calls it nonsensical. */
    private void needless(XmlElement except, String excepted, String domain) {
        findings.add(new Finding(
                Severity.HINT,
                document,
                except.line(),
                "the exception " + excepted + " is not in the domain " + domain + " anyway",
                "remove it, or correct the domain"));
    }

    private void time(XmlElement time) {
        boolean readable = Values.token(time).flatMap(DateTimeReader::from).isPresent();
        if (!readable && (CommonPolicy.is(time, "from") || CommonPolicy.is(time, "until"))) {
            warn(
                    time,
                    "`" + time.text().strip() + "` is no time, so its pair of <from> and <until> never holds",
                    "write for example 2030-01-31T12:00:00Z");
        }
    }

    private void warn(XmlElement element, String problem, String remedy) {
        findings.add(new Finding(Severity.WARNING, document, element.line(), problem, remedy));
    }
}
