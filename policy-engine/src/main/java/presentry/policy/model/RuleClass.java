package presentry.policy.model;

import java.util.List;

/**
 * The order in which OMA's conditions take precedence: of the matching rules that are in one of the first four classes only
 * those of the first class that has any count. RFC 4745 knows no such order, so it holds only where a rule uses an OMA
 * condition. Rules that ask for no identity always count: OMA is silent about them, and adding them keeps RFC 4745.
 */
public enum RuleClass {
    ANONYMOUS,
    IDENTITY,
    EXTERNAL_LIST,
    OTHER,
    /** In none of the classes: always counts. */
    UNCLASSED;

    /** The class of a rule with these conditions: the first that one of them belongs to. */
    public static RuleClass of(List<Condition> conditions) {
        return conditions.stream().map(RuleClass::of).min(RuleClass::compareTo).orElse(UNCLASSED);
    }

    private static RuleClass of(Condition condition) {
        return switch (condition) {
            case Condition.AnonymousRequest ignored -> ANONYMOUS;
            case Condition.Identity ignored -> IDENTITY;
            case Condition.ExternalList ignored -> EXTERNAL_LIST;
            case Condition.OtherIdentity ignored -> OTHER;
            case Condition.Sphere ignored -> UNCLASSED;
            case Condition.Validity ignored -> UNCLASSED;
            case Condition.Never ignored -> UNCLASSED;
        };
    }
}
