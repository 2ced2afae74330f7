package presentry.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import presentry.launch.config.DescribedUsage;
import presentry.policy.PolicyEngine;
import presentry.policy.model.Usage;
import presentry.schemas.SchemaCatalog;
import presentry.schemas.XmlLimits;
import presentry.uri.Aor;
import presentry.xcap.address.Owner;
import presentry.xcap.store.DocumentStore;
import presentry.xcap.usage.ApplicationUsage;
import presentry.xcap.usage.ApplicationUsages;
import presentry.xcap.usage.DocumentConstraint;
import presentry.xcap.usage.DocumentConstraint.ConstraintProblem;
import presentry.xcap.usage.ImRules;
import presentry.xcap.usage.OmaPresRules;
import presentry.xcap.usage.PidfManipulation;
import presentry.xcap.usage.PresRules;
import presentry.xcap.usage.ResourceLists;
import presentry.xcap.usage.RlsServices;
import presentry.xcap.usage.RulesetCheck;
import presentry.xcap.usage.XcapDirectory;

/** The application usages of the server, each with what it must know of the store and of the policy engine. */
final class Usages {
    private final DocumentStore documents;
    private final Predicate<Aor> hasAccount;
    private final PolicyEngine engine;
    private final boolean legacyCommonPolicy;
    private final SchemaCatalog schemas;

    /**
     * @param hasAccount whether an address belongs to somebody by name, so that no service may have it
     * @param legacyCommonPolicy whether rules in the dialect that predates RFC 4745 may be stored
     * @param limits of one document
     */
    Usages(
            DocumentStore documents,
            Predicate<Aor> hasAccount,
            PolicyEngine engine,
            boolean legacyCommonPolicy,
            XmlLimits limits) {
        this.documents = documents;
        this.hasAccount = hasAccount;
        this.engine = engine;
        this.legacyCommonPolicy = legacyCommonPolicy;
        this.schemas = SchemaCatalog.within(limits);
    }

    /** All that making them can end in. */
    sealed interface Made {

        /** All of them. */
        record All(ApplicationUsages usages) implements Made {}

        /**
         * The configuration describes one that cannot be.
         *
         * @param problems a sentence for each
         */
        record Refused(List<String> problems) implements Made {}
    }

    /** Those that the server has anyway, and those of the configuration. */
    Made with(List<DescribedUsage> descriptions) {
        DescribedUsages described = DescribedUsages.of(descriptions);
        List<ApplicationUsage> all = new ArrayList<>(standard());
        List<String> problems = new ArrayList<>(described.problems());
        for (ApplicationUsage usage : described.usages()) {
            if (new ApplicationUsages(all).find(usage.auid()).isPresent()) {
                problems.add("xcap.usages: there is an application usage `" + usage.auid()
                        + "` already; leave this one out.");
            } else {
                all.add(usage);
            }
        }
        return problems.isEmpty() ? new Made.All(new ApplicationUsages(all)) : new Made.Refused(problems);
    }

    /** Those that the server has anyway. Adding one is a class in {@code xcap.usage} and a line here. */
    private List<ApplicationUsage> standard() {
        RulesetCheck presenceRules = rulesetCheck(Usage.PRES_RULES);
        return List.of(
                new PresRules(presenceRules),
                new OmaPresRules(presenceRules),
                new ImRules(rulesetCheck(Usage.IM_RULES)),
                new ResourceLists(schemas),
                new RlsServices(schemas, this::serviceDocuments, hasAccount),
                new PidfManipulation(schemas),
                new XcapDirectory(this::documentsOf));
    }

    private RulesetCheck rulesetCheck(Usage usage) {
        DocumentConstraint constraint =
                text -> engine.check(usage, text).map(problem -> new ConstraintProblem(problem.message()));
        return new RulesetCheck(schemas, legacyCommonPolicy, constraint);
    }

    /** RFC 4826, section 4.4.8: the global view covers the documents called {@code index}. */
    private List<String> serviceDocuments() {
        return documents.readClaiming("rls-services", "index").stream()
                .map(document -> document.body().text())
                .toList();
    }

    private List<XcapDirectory.Entry> documentsOf(Aor user) {
        return documents.list(new Owner.User(user)).stream()
                .map(document -> new XcapDirectory.Entry(
                        document.selector(), document.etag(), document.octets(), document.updatedAt()))
                .toList();
    }
}
