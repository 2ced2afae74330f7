package presentry.xcap.document;

/**
 * One replacement within a text: all that an edit changes.
 *
 * @param start of what is replaced
 * @param end behind what is replaced; the same as {@code start} for an insertion
 * @param replacement what stands there afterwards
 */
record Splice(int start, int end, String replacement) {

    String apply(String text) {
        return new StringBuilder(text.length() + replacement.length())
                .append(text, 0, start)
                .append(replacement)
                .append(text, end, text.length())
                .toString();
    }
}
