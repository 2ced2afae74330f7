package presentry.policy.model;

import java.util.List;
import java.util.Optional;

/**
 * One rule: when all its conditions are TRUE it grants what it says (RFC 4745, section 6). It never takes anything away.
 *
 * @param document the name of the document it stands in
 * @param id its identifier, empty when it has none
 * @param line the line of the document it starts in, from 1
 * @param conditions all must be TRUE; with none it matches everybody, authenticated or not
 * @param handling the action it carries; empty when it carries none. Rules for messages use BLOCK and ALLOW
 * @param permissions its transformations
 * @param statements where and how the document says what it grants
 */
public record Rule(
        String document,
        String id,
        int line,
        List<Condition> conditions,
        Optional<SubHandling> handling,
        Permissions permissions,
        List<Statement> statements) {
    /** Takes its own copies. */
    public Rule {
        conditions = List.copyOf(conditions);
        statements = List.copyOf(statements);
    }
}
