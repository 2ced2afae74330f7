package presentry.policy.model;

import java.util.List;
import presentry.uri.CanonicalUri;

/** One child of {@code <conditions>}; a rule matches when every one is TRUE (RFC 4745, section 7). */
public sealed interface Condition {
    /** The line it starts in. */
    int line();

    /**
     * Who asks (RFC 4745, section 7.1).
     *
     * @param members alternatives; with none of them only an unauthenticated watcher matches (RFC 5025, section 3.1.1.2)
     */
    record Identity(int line, List<IdentityMember> members) implements Condition {
        public Identity {
            members = List.copyOf(members);
        }
    }

    /**
     * In which state the presentity is (RFC 4745, section 7.3).
     *
     * @param tokens alternatives, compared without case
     */
    record Sphere(int line, List<String> tokens) implements Condition {
        public Sphere {
            tokens = List.copyOf(tokens);
        }
    }

    /**
     * When the rule holds (RFC 4745, section 7.4).
     *
     * @param intervals alternatives; none: never
     */
    record Validity(int line, List<Interval> intervals) implements Condition {
        public Validity {
            intervals = List.copyOf(intervals);
        }
    }

    /** OMA's {@code <anonymous-request>}: the watcher asked to stay anonymous. */
    record AnonymousRequest(int line) implements Condition {}

    /**
     * OMA's {@code <external-list>}.
     *
     * @param members the URIs of all lists it names, as they were when it was read
     */
    record ExternalList(int line, List<CanonicalUri> members) implements Condition {
        public ExternalList {
            members = List.copyOf(members);
        }
    }

    /** OMA's {@code <other-identity>}: any authenticated watcher whom no rule of a higher {@link RuleClass} fits. */
    record OtherIdentity(int line) implements Condition {}

    /**
     * A condition that is FALSE whatever happens: unknown (RFC 4745, section 7) or broken.
     *
     * @param why for the user
     */
    record Never(int line, String why) implements Condition {}
}
