package presentry.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import presentry.sip.message.ParameterizedValue;

/** Reads what follows {@code receives}. */
final class ExpectedReader {
    private static final String THEN = ", then ";
    private static final String HAS = "body has ";
    private static final String EQUALS = "body equals ";
    private static final String FROM = "from ";
    private static final String TEXT = "text ";

    private ExpectedReader() {}

    /** The parts belong to the last of the things that are received. */
    static List<Expected> read(String what, List<String> parts) {
        List<Expected> all = new ArrayList<>();
        String[] things = what.split(THEN, -1);
        for (int i = 0; i < things.length; i++) {
            all.add(expected(things[i], i == things.length - 1 ? parts : List.of()));
        }
        return all;
    }

    private static Expected expected(String thing, List<String> parts) {
        return switch (thing) {
            case "NOTIFY" -> notify(parts);
            case "MESSAGE" -> new Expected.Message(text(parts));
            case "nothing" -> new Expected.Nothing();
            default -> new Expected.Answer(Integer.parseInt(thing), checks(parts));
        };
    }

    private static Expected.Notify notify(List<String> parts) {
        Optional<String> from = parts.stream()
                .filter(part -> part.startsWith(FROM))
                .map(part -> part.substring(FROM.length()))
                .findFirst();
        Optional<String> event = parts.stream()
                .filter(part -> part.startsWith("Event: "))
                .map(part -> part.substring("Event: ".length()))
                .findFirst();
        return new Expected.Notify(
                event,
                from,
                checks(parts.stream().filter(part -> !part.startsWith(FROM)).toList()));
    }

    private static String text(List<String> parts) {
        if (parts.size() != 1 || !parts.getFirst().startsWith(TEXT)) {
            throw new IllegalArgumentException("a MESSAGE is received with its `text ...`");
        }
        return parts.getFirst().substring(TEXT.length());
    }

    private static List<Check> checks(List<String> parts) {
        List<Check> checks = new ArrayList<>();
        for (String part : parts) {
            Matcher header = RequestParts.HEADER.matcher(part);
            if (part.startsWith(HAS)) {
                for (String question : part.substring(HAS.length()).split(", has ", -1)) {
                    checks.add(question(question));
                }
            } else if (part.startsWith(EQUALS)) {
                checks.add(new Check.BodyEquals(
                        Samples.read(part.substring(EQUALS.length())).text()));
            } else if (part.equals("no body")) {
                checks.add(new Check.NoBody());
            } else if (part.equals("same body as before")) {
                checks.add(new Check.SameBody());
            } else if (header.matches()) {
                checks.add(header(ScenarioReader.group(header, 1), ScenarioReader.group(header, 2)));
            } else {
                throw new IllegalArgumentException("not a part of what is received: " + part);
            }
        }
        return checks;
    }

    private static Check header(String name, String value) {
        return name.equals("Subscription-State")
                ? new Check.State(ParameterizedValue.parse(value))
                : new Check.Header(name, value);
    }

    private static Check question(String text) {
        boolean wanted = !text.startsWith("no ");
        String question = wanted ? text : text.substring("no ".length());
        int equals = equalsOutsideBrackets(question);
        return equals < 0
                ? new Check.BodyHas(question, wanted, Optional.empty())
                : new Check.BodyHas(
                        question.substring(0, equals),
                        wanted,
                        Optional.of(question.substring(equals + " = ".length())));
    }

    private static int equalsOutsideBrackets(String question) {
        int depth = 0;
        for (int i = 0; i < question.length(); i++) {
            char c = question.charAt(i);
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (depth == 0 && question.startsWith(" = ", i)) {
                return i;
            }
        }
        return -1;
    }
}
