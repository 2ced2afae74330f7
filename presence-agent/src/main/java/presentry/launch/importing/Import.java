package presentry.launch.importing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import presentry.launch.importing.Origin.Place;
import presentry.launch.importing.Outcome.Fate;
import presentry.policy.model.Finding;
import presentry.policy.model.RuleDocument;
import presentry.policy.model.Usage;
import presentry.schemas.Namespaces;
import presentry.uri.Aor;
import presentry.xcap.address.Xui;

/** Takes the documents of another server, owner by owner, and tells of each owner what became of them. */
public final class Import {

    private final Origin origin;
    private final Target target;
    private final boolean replace;
    private final RuleCheck rules;
    private final Consumer<OwnerReport> reports;

    private List<Outcome> outcomes = new ArrayList<>();
    private List<RuleDocument> taken = new ArrayList<>();
    private String owner = "";

    /**
     * @param replace whether documents that are here already are replaced
     * @param rules looks for what is odd in rules
     * @param reports is told of one owner after the other
     */
    public Import(Origin origin, Target target, boolean replace, RuleCheck rules, Consumer<OwnerReport> reports) {
        this.origin = origin;
        this.target = target;
        this.replace = replace;
        this.rules = rules;
        this.reports = reports;
    }

    /** Finds what the author of rules probably did not mean. */
    @FunctionalInterface
    public interface RuleCheck {
        /**
         * What is found in rules.
         *
         * @param documents all of one owner and usage
         */
        List<Finding> check(Usage usage, List<RuleDocument> documents);
    }

    /**
     * All that is to be told of one owner.
     *
     * @param outcomes one for each document, in the order of the table
     * @param findings what is odd in the rules that were taken
     */
    public record OwnerReport(String owner, List<Outcome> outcomes, List<Finding> findings) {
        /** Takes copies of the lists. */
        public OwnerReport {
            outcomes = List.copyOf(outcomes);
            findings = List.copyOf(findings);
        }
    }

    /**
     * Takes all documents.
     *
     * @return why the source could not be read to its end, in one sentence; empty if it could
     */
    public Optional<String> run(Source source) {
        Optional<String> problem = source.read(this::take);
        report();
        return problem;
    }

    private void take(SourceRow row) {
        Outcome outcome = outcome(row);
        if (!outcome.owner().equals(owner)) {
            report();
            owner = outcome.owner();
        }
        outcomes.add(outcome);
        if (outcome.fate() == Fate.TAKEN && outcome.document().contains("rules/")) {
            taken.add(new RuleDocument(outcome.document(), "", new String(row.body(), StandardCharsets.UTF_8)));
        }
    }

    private Outcome outcome(SourceRow row) {
        String address = row.username() + "@" + row.domain();
        Optional<Aor> user = Xui.read(address, row.domain()).map(Aor::home);
        Optional<Place> place = origin.place(row);
        if (user.isEmpty()) {
            return new Outcome(address, row.docUri(), Fate.REFUSED, "nobody can be called so");
        }
        return place.map(known -> target.put(row, user.get(), known, replace))
                .orElseGet(() -> new Outcome(
                        user.get().toString(),
                        row.docUri(),
                        Fate.REFUSED,
                        "the number " + row.docType() + " of its usage is unknown"));
    }

    private void report() {
        if (!outcomes.isEmpty()) {
            List<Finding> findings = new ArrayList<>();
            for (Usage usage : Usage.values()) {
                List<RuleDocument> documents = taken.stream()
                        .filter(document -> usageOf(document) == usage)
                        .toList();
                findings.addAll(documents.isEmpty() ? List.of() : rules.check(usage, documents));
            }
            reports.accept(new OwnerReport(owner, outcomes, findings));
        }
        outcomes = new ArrayList<>();
        taken = new ArrayList<>();
    }

    private static Usage usageOf(RuleDocument document) {
        return document.text().contains(Namespaces.IM_RULES) ? Usage.IM_RULES : Usage.PRES_RULES;
    }
}
