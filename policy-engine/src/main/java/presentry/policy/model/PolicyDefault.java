package presentry.policy.model;

import java.util.Locale;
import java.util.Optional;

/** What decides where no matching rule states an action. */
public enum PolicyDefault {
    /** Who is watched by the presentity may watch it; all others wait for its word. */
    MUTUAL,
    /** RFC 5025: blocked; but where the presentity has no document at all, pending (RFC 3857: no policy). */
    RFC,
    /** Always pending. */
    CONFIRM,
    /** Always refused. */
    BLOCK,
    /** Always allowed. */
    ALLOW;

    /**
     * The default of that name: its own in lower case, or what SER's parameter {@code auth} calls it: {@code none} is allow,
     * {@code implicit} is confirm, {@code xcap} is rfc.
     */
    public static Optional<PolicyDefault> named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "mutual" -> Optional.of(MUTUAL);
            case "rfc", "xcap" -> Optional.of(RFC);
            case "confirm", "implicit" -> Optional.of(CONFIRM);
            case "block" -> Optional.of(BLOCK);
            case "allow", "none" -> Optional.of(ALLOW);
            default -> Optional.empty();
        };
    }
}
