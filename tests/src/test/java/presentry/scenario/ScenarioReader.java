package presentry.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import presentry.demo.Content;
import presentry.launch.config.Setting;
import presentry.scenario.Scenario.Actor;
import presentry.scenario.Scenario.Line;
import presentry.scenario.Scenario.Person;
import presentry.sip.transport.Transport;

/** Reads a conversation. Its README describes the language. */
final class ScenarioReader {
    private static final Pattern USER = Pattern.compile("user (\\w+) is (\\S+)(?: over (UDP|TCP))?");
    private static final Pattern CONFIG = Pattern.compile("config (\\S+) = (.*)");
    private static final Pattern TIME = Pattern.compile("time passes (\\d+) s");
    private static final Pattern WALL_CLOCK = Pattern.compile("wall clock is set (\\d+) s (ahead|back)");
    private static final Pattern ACT = Pattern.compile("(\\w+)(?:/(\\w+))?\\s+(.*)");
    private static final Pattern ANSWERS = Pattern.compile("answers each MESSAGE with (\\d{3})");
    private static final Pattern REQUEST = Pattern.compile("([A-Z]+) (\\S.*)");

    private final Map<String, Person> people = new HashMap<>();
    private final List<Setting> settings = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private String title = "";

    private ScenarioReader() {}

    static Scenario read(Path file) throws IOException {
        ScenarioReader reader = new ScenarioReader();
        List<String> text = Files.readAllLines(file);
        for (int number = 1; number <= text.size(); number++) {
            String line = text.get(number - 1).strip();
            try {
                reader.take(number, line);
            } catch (RuntimeException wrong) {
                throw new IllegalArgumentException(
                        "%s, line %d: %s: `%s`".formatted(file.getFileName(), number, wrong.getMessage(), line), wrong);
            }
        }
        return new Scenario(reader.title, reader.people, reader.settings, reader.lines);
    }

    private void take(int number, String line) {
        Matcher user = USER.matcher(line);
        Matcher config = CONFIG.matcher(line);
        if (line.startsWith("#")) {
            title = title.isEmpty() ? line.substring(1).strip() : title;
        } else if (user.matches()) {
            String transport = Optional.ofNullable(user.group(3)).orElse("UDP");
            people.put(group(user, 1), new Person(group(user, 2), Transport.valueOf(transport)));
        } else if (config.matches()) {
            settings.add(new Setting(group(config, 1), group(config, 2), "config"));
        } else if (!line.isEmpty()) {
            lines.add(new Line(number, line, step(line)));
        }
    }

    private static Step step(String line) {
        Matcher time = TIME.matcher(line);
        if (time.matches()) {
            return new Step.TimePasses(Duration.ofSeconds(Long.parseLong(group(time, 1))));
        }
        Matcher wall = WALL_CLOCK.matcher(line);
        if (wall.matches()) {
            Duration by = Duration.ofSeconds(Long.parseLong(group(wall, 1)));
            return new Step.WallClockIsSet(group(wall, 2).equals("ahead") ? by : by.negated());
        }
        if (line.equals("server restarts")) {
            return new Step.Restart();
        }
        if (line.equals("server is killed")) {
            return new Step.Kill();
        }
        Matcher act = ACT.matcher(line);
        if (!act.matches()) {
            throw new IllegalArgumentException("not a line of a conversation");
        }
        Actor actor = new Actor(group(act, 1), Optional.ofNullable(act.group(2)).orElse(""));
        List<String> parts = List.of(group(act, 3).split("\\s{2,}"));
        return step(actor, parts.getFirst(), parts.subList(1, parts.size()));
    }

    private static Step step(Actor actor, String what, List<String> parts) {
        if (what.startsWith("receives ")) {
            return new Step.Receives(actor, ExpectedReader.read(what.substring("receives ".length()), parts));
        }
        Matcher answers = ANSWERS.matcher(what);
        if (answers.matches()) {
            return new Step.Answering(actor, Integer.parseInt(group(answers, 1)));
        }
        Matcher request = REQUEST.matcher(what);
        if (!request.matches()) {
            throw new IllegalArgumentException("nobody can do that");
        }
        return request(actor, group(request, 1), group(request, 2), parts);
    }

    private static Step request(Actor actor, String method, String target, List<String> parts) {
        RequestParts read = RequestParts.read(parts);
        Map<String, String> headers = read.headers();
        Optional<Content> body = read.body();
        return switch (method) {
            case "PUT", "GET", "DELETE" -> new Step.Http(actor, method, target, headers, body);
            case "SUBSCRIBE" ->
                target.equals("in the dialog")
                        ? new Step.InDialog(actor, headers)
                        : new Step.Sip(actor, method, target, headers, body, false);
            case "MESSAGE" -> new Step.Sip(actor, method, target, headers, body, read.routed());
            default -> new Step.Sip(actor, method, target, headers, body, false);
        };
    }

    /** A group that the pattern cannot leave out. */
    static String group(Matcher matcher, int number) {
        String group = matcher.group(number);
        if (group == null) {
            throw new IllegalArgumentException("something is missing");
        }
        return group;
    }
}
