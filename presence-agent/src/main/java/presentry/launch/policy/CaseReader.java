package presentry.launch.policy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import presentry.policy.CaseDialect;
import presentry.policy.PolicyCase;
import presentry.policy.model.PolicyDefault;
import presentry.policy.model.Usage;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads one line of {@code presentry evaluate}. What is absent or null has its default; what is not known is an error. */
final class CaseReader {
    private static final Set<String> MEMBERS = Set.of(
            "id", "usage", "dialect", "documents", "identities", "anonymous", "at", "sphere", "lists", "pidf", "mode");

    private static final Set<String> MODE_MEMBERS = Set.of("default", "reverse-subscription");

    private final JsonMapper json = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private final InstantSource clock;

    /** @param clock the time of cases that name none */
    CaseReader(InstantSource clock) {
        this.clock = clock;
    }

    /** What a line is. */
    sealed interface Result {
        /**
         * A case.
         *
         * @param id what it calls itself, as it stands there
         */
        record Case(JsonNode id, PolicyCase asked) implements Result {}

        /**
         * It is no case.
         *
         * @param id what it calls itself; JSON's null if that cannot be seen
         * @param why a sentence
         */
        record NoCase(JsonNode id, String why) implements Result {}
    }

    /** Thrown within this class only. */
    private static final class Wrong extends Exception {
        Wrong(String sentence) {
            super(sentence);
        }
    }

    Result read(String line) {
        JsonNode node;
        try {
            node = json.readTree(line);
        } catch (JacksonException notJson) {
            return new Result.NoCase(
                    JsonNodeFactory.instance.nullNode(),
                    "this line is not JSON with each member once; see its column "
                            + notJson.getLocation().getColumnNr());
        }
        Optional<JsonNode> id = member(node, "id");
        try {
            return new Result.Case(id.orElse(JsonNodeFactory.instance.stringNode("")), asked(node));
        } catch (Wrong wrong) {
            return new Result.NoCase(
                    id.orElse(JsonNodeFactory.instance.nullNode()), String.valueOf(wrong.getMessage()));
        }
    }

    private PolicyCase asked(JsonNode node) throws Wrong {
        checkObject(node, "a case", MEMBERS);
        return new PolicyCase(
                usage(text(node, "usage").orElse("pres-rules")),
                dialect(text(node, "dialect").orElse("auto")),
                texts(node, "documents"),
                texts(node, "identities"),
                flag(node, "anonymous"),
                at(node),
                text(node, "sphere"),
                lists(node),
                text(node, "pidf"),
                mode(node));
    }

    private static void checkObject(JsonNode node, String what, Set<String> members) throws Wrong {
        if (!node.isObject()) {
            throw new Wrong(what + " is a JSON object");
        }
        Set<String> unknown = new TreeSet<>(node.propertyNames());
        unknown.removeAll(members);
        if (!unknown.isEmpty()) {
            throw new Wrong("no member of " + what + ": " + String.join(", ", unknown));
        }
    }

    private static Usage usage(String name) throws Wrong {
        return switch (name) {
            case "pres-rules" -> Usage.PRES_RULES;
            case "im-rules" -> Usage.IM_RULES;
            default -> throw new Wrong("`usage` is pres-rules or im-rules, not " + name);
        };
    }

    private static CaseDialect dialect(String name) throws Wrong {
        for (CaseDialect dialect : CaseDialect.values()) {
            if (dialect.name().toLowerCase(Locale.ROOT).equals(name)) {
                return dialect;
            }
        }
        throw new Wrong("`dialect` is rfc, legacy, oma or auto, not " + name);
    }

    private Instant at(JsonNode node) throws Wrong {
        Optional<String> at = text(node, "at");
        if (at.isEmpty()) {
            return clock.instant();
        }
        return InstantReader.read(at.get())
                .orElseThrow(() -> new Wrong("`at` is an instant such as 2030-01-31T12:00:00Z, not " + at.get()));
    }

    private static Optional<PolicyCase.Mode> mode(JsonNode node) throws Wrong {
        Optional<JsonNode> mode = member(node, "mode");
        if (mode.isEmpty()) {
            return Optional.empty();
        }
        checkObject(mode.get(), "`mode`", MODE_MEMBERS);
        String name = text(mode.get(), "default").orElse("mutual");
        PolicyDefault fallback = PolicyDefault.named(name)
                .orElseThrow(() -> new Wrong("`default` is mutual, rfc, confirm, block or allow, not " + name));
        return Optional.of(new PolicyCase.Mode(fallback, flag(mode.get(), "reverse-subscription")));
    }

    private static Map<String, List<String>> lists(JsonNode node) throws Wrong {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        Optional<JsonNode> member = member(node, "lists");
        if (member.isPresent()) {
            if (!member.get().isObject()) {
                throw new Wrong("`lists` is a JSON object with a list of strings for each anchor");
            }
            for (String anchor : member.get().propertyNames()) {
                lists.put(anchor, texts(member.get(), anchor));
            }
        }
        return lists;
    }

    private static List<String> texts(JsonNode node, String name) throws Wrong {
        Optional<JsonNode> member = member(node, name);
        if (member.isEmpty()) {
            return List.of();
        }
        if (!member.get().isArray() || !member.get().valueStream().allMatch(JsonNode::isString)) {
            throw new Wrong("`" + name + "` is a list of strings");
        }
        return member.get().valueStream().map(JsonNode::asString).toList();
    }

    private static Optional<String> text(JsonNode node, String name) throws Wrong {
        Optional<JsonNode> member = member(node, name);
        if (member.isPresent() && !member.get().isString()) {
            throw new Wrong("`" + name + "` is a string");
        }
        return member.map(JsonNode::asString);
    }

    private static boolean flag(JsonNode node, String name) throws Wrong {
        Optional<JsonNode> member = member(node, name);
        if (member.isPresent() && !member.get().isBoolean()) {
            throw new Wrong("`" + name + "` is true or false");
        }
        return member.isPresent() && member.get().asBoolean();
    }

    private static Optional<JsonNode> member(JsonNode node, String name) {
        return Optional.ofNullable(node.get(name)).filter(member -> !member.isNull());
    }
}
