package presentry.policy.evaluate;

import presentry.policy.model.Outcome;
import presentry.policy.model.Permissions;
import presentry.policy.model.PolicyDefault;
import presentry.policy.model.SubHandling;
import presentry.policy.model.Verdict;

/**
 * What is done in the end: what the rules state, or else what the server's default says. The default never raises what a rule
 * states (a user could not block a friend otherwise) nor lowers it, which is why it cannot be one more rule: the maximum of
 * RFC 4745, section 10.2, would beat an explicit block.
 */
public final class Precedence {
    private Precedence() {}

    /**
     * The first that speaks wins.
     *
     * @param mode the server's default
     * @param documentExists whether the presentity has any rule document
     * @param mirrored whether the presentity itself has a live subscription to the watcher
     * @param shownByDefault what somebody sees whom the default allows and no rule fits
     */
    public static Verdict decide(
            PolicyDefault mode, Outcome outcome, boolean documentExists, boolean mirrored, Permissions shownByDefault) {
        if (outcome.stated()) {
            return new Verdict(outcome.handling(), outcome.permissions(), Verdict.Source.RULES);
        }
        var handling =
                switch (mode) {
                    case MUTUAL -> mirrored ? SubHandling.ALLOW : SubHandling.CONFIRM;
                    case RFC -> documentExists ? SubHandling.BLOCK : SubHandling.CONFIRM;
                    case CONFIRM -> SubHandling.CONFIRM;
                    case BLOCK -> SubHandling.BLOCK;
                    case ALLOW -> SubHandling.ALLOW;
                };
        boolean byDefault = handling == SubHandling.ALLOW && !outcome.matched();
        var shown = byDefault ? shownByDefault : outcome.permissions();
        return new Verdict(handling, shown, source(mode, documentExists, mirrored));
    }

    private static Verdict.Source source(PolicyDefault mode, boolean documentExists, boolean mirrored) {
        return switch (mode) {
            case MUTUAL -> mirrored ? Verdict.Source.MUTUAL : Verdict.Source.NOT_MUTUAL;
            case RFC -> documentExists ? Verdict.Source.SILENT_RULES : Verdict.Source.NO_DOCUMENT;
            case CONFIRM, BLOCK, ALLOW -> Verdict.Source.SERVER_DEFAULT;
        };
    }
}
