package presentry.policy.model;

import java.util.Optional;

/** What a rule gives to whoever it matches, in whatever form the rule is kept. */
public interface Grant {
    /** The action it carries; empty when it carries none. Rules for messages use BLOCK and ALLOW. */
    Optional<SubHandling> handling();

    /** What it shows. */
    Permissions permissions();
}
