package presentry.sip.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The header fields of a message in their order (RFC 3261, section 7.3). Immutable. Names compare without case and in
 * their compact forms too; values are kept as they were written, a folded one with a single space for each fold.
 */
public final class SipHeaders {
    /**
     * One header field.
     *
     * @param name in its long form
     * @param value without the white space around it
     */
    public record Line(String name, String value) {}

    private final List<Line> lines;

    private SipHeaders(List<Line> lines) {
        this.lines = lines;
    }

    /** An empty builder. */
    public static Builder builder() {
        return new Builder(new ArrayList<>(16));
    }

    /** A builder that begins with these header fields. */
    public Builder toBuilder() {
        return new Builder(new ArrayList<>(lines));
    }

    /** All header fields in their order. */
    public List<Line> lines() {
        return lines;
    }

    /** The value of the first header field of that name. */
    public Optional<String> first(String name) {
        String wanted = HeaderNames.canonical(name);
        for (Line line : lines) {
            if (line.name.equalsIgnoreCase(wanted)) {
                return Optional.of(line.value);
            }
        }
        return Optional.empty();
    }

    /** The values of all header fields of that name, one for each line. */
    public List<String> all(String name) {
        String wanted = HeaderNames.canonical(name);
        List<String> values = new ArrayList<>(2);
        for (Line line : lines) {
            if (line.name.equalsIgnoreCase(wanted)) {
                values.add(line.value);
            }
        }
        return values;
    }

    /**
     * The elements of all header fields of that name: lists are split at commas outside quotes and angle brackets; empty
     * elements are left out (RFC 3261, section 7.3.1).
     */
    public List<String> list(String name) {
        List<String> elements = new ArrayList<>(4);
        for (String value : all(name)) {
            elements.addAll(HeaderText.split(value, ','));
        }
        return elements;
    }

    /** The first header field of that name as a value with parameters. */
    public Optional<ParameterizedValue> parameterized(String name) {
        return first(name).map(ParameterizedValue::parse);
    }

    /** Whether there is a header field of that name. */
    public boolean contains(String name) {
        return count(name) > 0;
    }

    /** These header fields without all of that name. */
    SipHeaders without(String name) {
        return contains(name) ? toBuilder().remove(name).build() : this;
    }

    /** How many header fields of that name there are. */
    int count(String name) {
        String wanted = HeaderNames.canonical(name);
        int count = 0;
        for (Line line : lines) {
            if (line.name.equalsIgnoreCase(wanted)) {
                count++;
            }
        }
        return count;
    }

    /** Collects header fields. */
    public static final class Builder {
        private final List<Line> lines;

        private Builder(List<Line> lines) {
            this.lines = lines;
        }

        /**
         * Adds one at the end.
         *
         * @throws IllegalArgumentException if the name is not a token or the value contains a line end; a defect of the
         *     caller
         */
        public Builder add(String name, String value) {
            lines.add(line(name, value));
            return this;
        }

        /** Adds one in front of all others; a new topmost Via stands there (RFC 3261, section 16.6, item 8). */
        public Builder addFirst(String name, String value) {
            lines.addFirst(line(name, value));
            return this;
        }

        /** Removes all of that name and adds one at the end. */
        public Builder set(String name, String value) {
            return remove(name).add(name, value);
        }

        /** Puts another text in the place of the topmost element of that name, which must be there. */
        public Builder replaceTop(String name, String element) {
            return changeTop(name, Optional.of(element));
        }

        /** Removes the topmost element of that name, which must be there. */
        public Builder removeTop(String name) {
            return changeTop(name, Optional.empty());
        }

        /** Changes the topmost element and keeps the octets behind its comma as they were written. */
        private Builder changeTop(String name, Optional<String> replacement) {
            String wanted = HeaderNames.canonical(name);
            int at = 0;
            while (!lines.get(at).name.equalsIgnoreCase(wanted)) {
                at++;
            }
            String others = HeaderText.behindFirst(lines.get(at).value, ',');
            if (replacement.isPresent()) {
                String top = replacement.get();
                lines.set(at, new Line(wanted, others.isEmpty() ? top : top + ", " + others));
            } else if (others.isEmpty()) {
                lines.remove(at);
            } else {
                lines.set(at, new Line(wanted, others));
            }
            return this;
        }

        /** Whether there is one of that name. */
        boolean contains(String name) {
            String wanted = HeaderNames.canonical(name);
            return lines.stream().anyMatch(line -> line.name.equalsIgnoreCase(wanted));
        }

        /** Removes all of that name. */
        public Builder remove(String name) {
            String wanted = HeaderNames.canonical(name);
            lines.removeIf(line -> line.name.equalsIgnoreCase(wanted));
            return this;
        }

        /** The header fields collected. */
        public SipHeaders build() {
            return new SipHeaders(List.copyOf(lines));
        }

        /** Adds one as another message has it. */
        void copy(Line line) {
            lines.add(line);
        }

        /** Adds one that the reader has checked. */
        void read(String name, String value) {
            lines.add(new Line(HeaderNames.canonical(name), value));
        }

        private static Line line(String name, String value) {
            if (!HeaderText.isToken(name) || value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0) {
                throw new IllegalArgumentException("not a header field: `" + name + ": " + value + "`");
            }
            return new Line(HeaderNames.canonical(name), value);
        }
    }
}
