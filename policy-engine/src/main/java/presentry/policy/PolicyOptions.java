package presentry.policy;

import presentry.policy.read.Dialect;
import presentry.policy.read.RuleLimits;

/**
 * How rule documents are understood.
 *
 * @param dialect which vocabularies besides RFC 4745's own are known
 * @param limits how large a document may be
 */
public record PolicyOptions(Dialect dialect, RuleLimits limits) {
    /** What a server does unless told otherwise: the dialect of SER is understood, OMA's conditions are not. */
    public static final PolicyOptions DEFAULT = new PolicyOptions(Dialect.DEFAULT, RuleLimits.DEFAULT);
}
