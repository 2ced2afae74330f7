package presentry.policy.model;

/**
 * What a rule grants in one line of its document, as it is told to somebody who asks why.
 *
 * @param line the line, from 1
 * @param text such as {@code sub-handling allow}
 */
public record Statement(int line, String text) {}
