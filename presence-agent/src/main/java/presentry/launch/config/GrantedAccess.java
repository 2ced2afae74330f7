package presentry.launch.config;

import java.util.Optional;
import presentry.uri.Aor;

/**
 * Access to documents in the words of the configuration.
 *
 * @param to who may; empty for everybody
 * @param write whether he may write too
 * @param auid in which application usage; empty for each
 * @param whose whose documents
 */
public record GrantedAccess(Optional<Aor> to, boolean write, Optional<String> auid, Whose whose) {
    private static final int WORDS = 4;

    /** Whose documents are meant. */
    public sealed interface Whose {
        /** Those of all users. */
        record AnyUser() implements Whose {}

        /** Those of one. */
        record OneUser(Aor user) implements Whose {}

        /** Those below {@code global}. */
        record Global() implements Whose {}
    }

    static Optional<GrantedAccess> parse(String text) {
        String[] words = text.split("\\s+", -1);
        if (words.length != WORDS || !(words[1].equals("read") || words[1].equals("write"))) {
            return Optional.empty();
        }
        Optional<String> auid = Optional.of(words[2]).filter(name -> !name.equals("*"));
        boolean write = words[1].equals("write");
        Optional<Whose> whose = whose(words[3]);
        return words[0].equals("everybody")
                ? whose.map(found -> new GrantedAccess(Optional.empty(), write, auid, found))
                : whose.flatMap(found ->
                        HttpKeys.user(words[0]).map(user -> new GrantedAccess(Optional.of(user), write, auid, found)));
    }

    private static Optional<Whose> whose(String word) {
        return switch (word) {
            case "users" -> Optional.of(new Whose.AnyUser());
            case "global" -> Optional.of(new Whose.Global());
            default -> HttpKeys.user(word).map(Whose.OneUser::new);
        };
    }
}
