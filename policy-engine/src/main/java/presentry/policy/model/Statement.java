package presentry.policy.model;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a rule grants in one element of its document, as it is told to somebody who asks why. It is taken as it stands and put into
 * words only then.
 *
 * @param line the line, from 1
 * @param name the local name of the element
 * @param value the text in it, white space as it stands
 * @param members the elements in it
 */
public record Statement(int line, String name, String value, List<Statement> members) {
    /** Takes its own copy. */
    public Statement {
        members = List.copyOf(members);
    }

    /** In words, such as {@code sub-handling allow}. */
    public String text() {
        var said = members.isEmpty()
                ? Token.collapse(value)
                : members.stream()
                        .map(member -> (member.name + " " + Token.collapse(member.value)).strip())
                        .collect(Collectors.joining(", "));
        return (name + " " + said).strip();
    }
}
