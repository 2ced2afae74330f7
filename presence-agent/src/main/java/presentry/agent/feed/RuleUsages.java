package presentry.agent.feed;

import java.util.List;
import java.util.Optional;
import presentry.policy.model.Usage;

/** Which application usages hold rules. */
final class RuleUsages {
    private static final List<String> PRESENCE = List.of("pres-rules", "org.openmobilealliance.pres-rules");
    private static final List<String> MESSAGES = List.of("im-rules");

    private RuleUsages() {}

    /** The usages whose documents count together as the rules of one kind. */
    static List<String> auidsOf(Usage usage) {
        return switch (usage) {
            case PRES_RULES -> PRESENCE;
            case IM_RULES -> MESSAGES;
        };
    }

    /** What kind of rules the documents of an application usage are; empty if they are none. */
    static Optional<Usage> usageOf(String auid) {
        for (Usage usage : Usage.values()) {
            if (auidsOf(usage).contains(auid)) {
                return Optional.of(usage);
            }
        }
        return Optional.empty();
    }
}
