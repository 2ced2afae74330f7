package presentry.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import presentry.policy.Explanation.RuleAccount;
import presentry.policy.model.Decision;
import presentry.policy.model.Dependency;
import presentry.policy.model.OccurrenceSet;
import presentry.policy.model.Permissions;
import presentry.policy.model.Usage;
import presentry.policy.model.UserInput;
import presentry.policy.model.Verdict;

/** Writes an explanation for people, line by line. */
public final class ExplanationWriter {
    private final List<String> lines = new ArrayList<>();

    private final Usage usage;

    private ExplanationWriter(Usage usage) {
        this.usage = usage;
    }

    /**
     * The lines.
     *
     * @param usage which rules: those of messages show nothing, and nobody need watch anybody
     */
    public static List<String> write(Usage usage, Explanation explanation) {
        var writer = new ExplanationWriter(usage);
        writer.decision(explanation);
        explanation.problems().forEach(problem -> writer.lines.add("  cannot be used: " + problem));
        explanation.rules().forEach(writer::rule);
        return List.copyOf(writer.lines);
    }

    private void decision(Explanation explanation) {
        var decision = explanation.decision();
        var outcome = decision.outcome();
        var handling = explanation.verdict().map(Verdict::handling).orElse(outcome.handling());
        var permissions = explanation.verdict().map(Verdict::permissions).orElse(outcome.permissions());
        lines.add(handling.word() + ": " + source(explanation));
        lines.add("  until: "
                + (decision.validUntil().equals(Instant.MAX)
                        ? "something changes"
                        : decision.validUntil().toString()));
        lines.add("  may change with: " + dependencies(decision));
        switch (usage) {
            case PRES_RULES -> lines.add("  sees when allowed: " + shown(permissions));
            case IM_RULES -> {}
        }
    }

    private static String source(Explanation explanation) {
        if (!explanation.problems().isEmpty()) {
            return "a document cannot be used, so no rule is asked";
        }
        if (explanation.decision().outcome().stated()) {
            return "a rule says so";
        }
        return "no rule speaks"
                + explanation
                        .verdict()
                        .map(verdict -> ": " + because(verdict.source()))
                        .orElse("");
    }

    private static String because(Verdict.Source source) {
        return switch (source) {
            case RULES -> "the rules decide";
            case MUTUAL -> "mutual default, the presentity watches the watcher";
            case NOT_MUTUAL -> "mutual default, the presentity does not watch the watcher";
            case SILENT_RULES -> "there are rules, and silence means block (RFC 5025, section 3.2.1)";
            case NO_DOCUMENT -> "there is no rule document";
            case SERVER_DEFAULT -> "default of the server";
        };
    }

    private String dependencies(Decision decision) {
        var named = Arrays.stream(Dependency.values())
                .filter(decision::dependsOn)
                .filter(dependency -> usage == Usage.PRES_RULES || dependency != Dependency.MUTUAL)
                .map(ExplanationWriter::name)
                .toList();
        return named.isEmpty() ? "the rules alone" : "the rules, " + String.join(", ", named);
    }

    private static String name(Dependency dependency) {
        return switch (dependency) {
            case SPHERE -> "the sphere of the presentity";
            case TIME -> "time";
            case LIST -> "an external list";
            case MUTUAL -> "whom the presentity watches";
        };
    }

    private void rule(RuleAccount rule) {
        lines.add("  rule `" + rule.id() + "` of " + rule.document() + ", line " + rule.line() + ": "
                + switch (rule.part()) {
                    case DECIDES -> "decides";
                    case GIVES_WAY -> "matches, but gives way to a rule of a higher class";
                    case DOES_NOT_MATCH -> "does not match";
                });
        for (var condition : rule.conditions()) {
            lines.add("    line " + condition.line() + ": " + (condition.holds() ? "yes" : "no") + ", "
                    + condition.text());
        }
        if (rule.part() == Explanation.Part.DECIDES) {
            rule.grants().forEach(grant -> lines.add("    line " + grant.line() + ": " + grant.text()));
        }
    }

    private static String shown(Permissions permissions) {
        if (permissions.grantsEverything()) {
            return "everything";
        }
        if (permissions.grantsNoComponent()) {
            return "nothing but that the presentity exists";
        }
        var parts = new ArrayList<String>();
        occurrences(parts, "services", permissions.services());
        occurrences(parts, "persons", permissions.persons());
        occurrences(parts, "devices", permissions.devices());
        attributes(parts, permissions);
        return String.join("; ", parts);
    }

    private static void occurrences(List<String> parts, String name, OccurrenceSet shown) {
        if (shown.all()) {
            parts.add("all " + name);
        } else if (!shown.isEmpty()) {
            parts.add(name + " with "
                    + shown.members().stream()
                            .map(member -> member.kind().element() + " " + member.value())
                            .collect(Collectors.joining(" or ")));
        }
    }

    private static void attributes(List<String> parts, Permissions permissions) {
        if (permissions.allAttributes()) {
            parts.add("all attributes");
            return;
        }
        var names = new ArrayList<String>();
        permissions.attributes().forEach(attribute -> names.add(attribute.element()));
        if (permissions.userInput() != UserInput.FALSE) {
            names.add("user-input " + permissions.userInput().word());
        }
        permissions.unknownAttributes().forEach(unknown -> names.add(unknown.name() + " of " + unknown.namespace()));
        parts.add(names.isEmpty() ? "no attributes" : "attributes " + String.join(", ", names));
    }
}
