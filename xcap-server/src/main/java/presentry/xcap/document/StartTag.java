package presentry.xcap.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import presentry.xcap.address.ExpandedName;

/**
 * Where the attributes stand within one start tag of a well-formed text. Namespace declarations are among them, since they
 * are attributes to whoever edits text.
 *
 * @param attributes in the order of the text
 * @param insertion where another attribute may be inserted: behind the last one, or behind the name
 */
record StartTag(List<Span> attributes, int insertion) {

    /**
     * One attribute in the text.
     *
     * @param start of the white space before the name
     * @param qualifiedName as the document spells it
     * @param valueStart behind the opening quote
     * @param valueEnd before the closing quote
     */
    record Span(int start, String qualifiedName, int valueStart, int valueEnd) {

        int end() {
            return valueEnd + 1;
        }

        private boolean isDeclaration() {
            return qualifiedName.equals("xmlns") || qualifiedName.startsWith("xmlns:");
        }
    }

    static StartTag of(String text, IndexedElement element) {
        List<Span> attributes = new ArrayList<>();
        int position = element.start() + 1 + element.qualifiedName().length();
        while (true) {
            int name = skipWhiteSpace(text, position);
            if (text.charAt(name) == '>' || text.charAt(name) == '/') {
                return new StartTag(List.copyOf(attributes), position);
            }
            int nameEnd = name;
            while (text.charAt(nameEnd) != '=' && !isWhiteSpace(text.charAt(nameEnd))) {
                nameEnd++;
            }
            int quote = skipWhiteSpace(text, text.indexOf('=', nameEnd) + 1);
            int valueEnd = text.indexOf(text.charAt(quote), quote + 1);
            attributes.add(new Span(position, text.substring(name, nameEnd), quote + 1, valueEnd));
            position = valueEnd + 1;
        }
    }

    /** The attribute of this name; declarations are none (RFC 4825, section 6.3). */
    Optional<Span> attribute(IndexedElement element, ExpandedName name) {
        return attributes.stream()
                .filter(span -> !span.isDeclaration()
                        && InScope.attribute(element, span.qualifiedName()).equals(name))
                .findFirst();
    }

    /** Whether a prefix is declared in this tag; the empty one is the default namespace. */
    boolean declares(String prefix) {
        String declaration = prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix;
        return attributes.stream().anyMatch(span -> span.qualifiedName().equals(declaration));
    }

    private static int skipWhiteSpace(String text, int from) {
        int position = from;
        while (isWhiteSpace(text.charAt(position))) {
            position++;
        }
        return position;
    }

    private static boolean isWhiteSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
}
