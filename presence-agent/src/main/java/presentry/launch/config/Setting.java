package presentry.launch.config;

/**
 * One value given on the command line.
 *
 * @param key the key it is for, as given
 * @param value as given; a comma parts the values of a list
 * @param option the option that said so, for messages: {@code --sip}
 */
public record Setting(String key, String value, String option) {}
