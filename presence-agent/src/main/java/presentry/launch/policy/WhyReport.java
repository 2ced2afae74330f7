package presentry.launch.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import presentry.policy.Explain;
import presentry.policy.Explanation;
import presentry.policy.ExplanationWriter;
import presentry.policy.PolicyCase;
import presentry.policy.model.Dependency;
import presentry.policy.model.Moment;
import presentry.policy.model.RuleDocument;
import presentry.policy.model.Usage;
import presentry.policy.model.Verdict;
import presentry.policy.model.WatcherIdentity;
import presentry.uri.Aor;
import presentry.uri.CanonicalUri;

/**
 * Puts into words why a watcher is treated the way it is.
 *
 * @param usage which rules
 * @param watcher who asks
 * @param at when
 * @param facts all that counts
 */
record WhyReport(Usage usage, CanonicalUri watcher, Instant at, PresentityFacts facts) {
    /** The decision and the rules behind it. */
    List<String> decision() {
        return ExplanationWriter.write(usage, explanation());
    }

    /** The same of a user of a server, with what else the server knows that counts. */
    List<String> of(Aor presentity) {
        if (watcher.aor().home().equals(presentity)) {
            return List.of("allow: everybody may see and write to himself, whatever the rules say");
        }
        Explanation explanation = explanation();
        List<String> lines = new ArrayList<>(ExplanationWriter.write(usage, explanation));
        lines.add("  rule documents: "
                + (facts.documents().isEmpty()
                        ? "none"
                        : String.join(
                                ", ",
                                facts.documents().stream()
                                        .map(RuleDocument::name)
                                        .toList())));
        lines.add("  sphere of the presentity: " + facts.sphere().value().orElse("undefined")
                + until(facts.sphere().validUntil()));
        switch (usage) {
            case PRES_RULES -> {
                lines.add("  the presentity watches the watcher: "
                        + facts.watchesUntil()
                                .map(until -> "yes" + until(until))
                                .orElse("no"));
                sent(lines, explanation.verdict().orElseThrow());
            }
            case IM_RULES -> {}
        }
        return lines;
    }

    private Explanation explanation() {
        Optional<PolicyCase.Mode> mode =
                switch (usage) {
                    case PRES_RULES ->
                        Optional.of(new PolicyCase.Mode(
                                facts.fallback(), facts.watchesUntil().isPresent()));
                    case IM_RULES -> Optional.empty();
                };
        Explanation byRules = new Explain(facts.options())
                .why(
                        usage,
                        facts.documents(),
                        facts.lists(),
                        WatcherIdentity.of(watcher),
                        new Moment(at, facts.sphere().value()),
                        mode);
        return byRules.notAfter(endOfFacts(byRules));
    }

    /** When something that the decision rests on ends by time alone. */
    private Instant endOfFacts(Explanation byRules) {
        Instant sphere =
                byRules.decision().dependsOn(Dependency.SPHERE) ? facts.sphere().validUntil() : Instant.MAX;
        Instant watching = byRules.verdict()
                .filter(verdict -> verdict.source() == Verdict.Source.MUTUAL)
                .flatMap(verdict -> facts.watchesUntil())
                .orElse(Instant.MAX);
        return sphere.isBefore(watching) ? sphere : watching;
    }

    private void sent(List<String> lines, Verdict verdict) {
        switch (verdict.handling()) {
            case BLOCK -> lines.add("  is sent: nothing, the subscription is refused");
            case CONFIRM -> lines.add("  is sent: nothing, the subscription waits");
            case POLITE_BLOCK -> lines.add("  is sent: that the presentity is away, whatever it publishes");
            case ALLOW ->
                facts.published()
                        .ifPresentOrElse(
                                published -> shown(lines, published.shownTo(verdict.permissions())),
                                () -> lines.add("  is sent: that the presentity is away, as it publishes nothing"));
        }
    }

    private static void shown(List<String> lines, String document) {
        lines.add("  is sent:");
        document.lines().forEach(line -> lines.add("    " + line));
    }

    private static String until(Instant instant) {
        return instant.equals(Instant.MAX) ? "" : ", until " + instant;
    }
}
