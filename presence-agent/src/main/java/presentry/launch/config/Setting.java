package presentry.launch.config;

import java.util.Optional;

/**
 * One value given on the command line.
 *
 * @param key the key it is for, as given
 * @param value as given; a comma parts the values of a list
 * @param option the option that said so, for messages: {@code --sip}
 */
public record Setting(String key, String value, String option) {
    /** What {@code --set KEY=VALUE} says; empty if the text has not this form. */
    public static Optional<Setting> assigned(String assignment) {
        int equals = assignment.indexOf('=');
        return equals < 1
                ? Optional.empty()
                : Optional.of(new Setting(
                        assignment.substring(0, equals).strip(),
                        assignment.substring(equals + 1).strip(),
                        "--set"));
    }
}
