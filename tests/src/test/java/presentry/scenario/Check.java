package presentry.scenario;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import presentry.sip.message.ParameterizedValue;

/** What must be true of something that was received. */
sealed interface Check {
    /** What is wrong, in words; empty if nothing is. */
    Optional<String> problem(Received received);

    /** A header field has exactly this value. */
    record Header(String name, String value) implements Check {
        @Override
        public Optional<String> problem(Received received) {
            String seen = received.header(name);
            return seen.equals(value) ? Optional.empty() : Optional.of(name + " is " + seen);
        }
    }

    /** Subscription-State says this state, and at least these parameters. */
    record State(ParameterizedValue value) implements Check {
        @Override
        public Optional<String> problem(Received received) {
            ParameterizedValue seen = ParameterizedValue.parse(received.header("Subscription-State"));
            boolean same = seen.value().equals(value.value());
            for (Map.Entry<String, String> wanted : value.parameters().entrySet()) {
                same &= seen.parameter(wanted.getKey()).equals(Optional.of(wanted.getValue()));
            }
            return same ? Optional.empty() : Optional.of("Subscription-State is " + seen.text());
        }
    }

    /** There is no body. */
    record NoBody() implements Check {
        @Override
        public Optional<String> problem(Received received) {
            return received.body().isEmpty() ? Optional.empty() : Optional.of("there is a body");
        }
    }

    /** The body is octet by octet this text. */
    record BodyEquals(String text) implements Check {
        @Override
        public Optional<String> problem(Received received) {
            return received.body().equals(text) ? Optional.empty() : Optional.of("the body is another one");
        }
    }

    /** The body is that of the NOTIFY before. */
    record SameBody() implements Check {
        @Override
        public Optional<String> problem(Received received) {
            boolean same = Objects.equals(Optional.of(received.body()), received.bodyBefore());
            return same
                    ? Optional.empty()
                    : Optional.of(
                            "the body before was: " + received.bodyBefore().orElse("none"));
        }
    }

    /**
     * An XPath selects something in the body, or nothing.
     *
     * @param value what one of the selected must be, as text
     */
    record BodyHas(String xpath, boolean wanted, Optional<String> value) implements Check {
        @Override
        public Optional<String> problem(Received received) {
            if (received.body().isEmpty()) {
                return Optional.of("there is no body");
            }
            var selected = XPathQuestion.ask(xpath, received.body());
            boolean found = value.map(selected::contains).orElse(!selected.isEmpty());
            return found == wanted ? Optional.empty() : Optional.of(xpath + " selects " + selected);
        }
    }
}
