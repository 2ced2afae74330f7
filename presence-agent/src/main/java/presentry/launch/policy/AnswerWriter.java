package presentry.launch.policy;

import java.time.Instant;
import java.util.List;
import presentry.policy.PolicyAnswer;
import presentry.policy.PolicyCase;
import presentry.policy.model.Attribute;
import presentry.policy.model.OccurrenceSelector;
import presentry.policy.model.OccurrenceSet;
import presentry.policy.model.Outcome;
import presentry.policy.model.Permissions;
import presentry.policy.model.UnknownAttribute;
import presentry.policy.model.UserInput;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes one line of {@code presentry evaluate}. */
final class AnswerWriter {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** The answer to a case. A member that the case did not ask for is left out. */
    String write(JsonNode id, PolicyCase asked, PolicyAnswer answer) {
        Outcome outcome = answer.decision().outcome();
        ObjectNode line = JSON.objectNode();
        line.set("id", id);
        line.set("rules", strings(answer.rules()));
        line.put("handling", outcome.handling().word());
        line.put("stated", outcome.stated());
        line.set("permissions", permissions(outcome.permissions()));
        line.set("valid-until", validUntil(answer.decision().validUntil()));
        answer.verdict()
                .ifPresent(verdict -> line.putObject("final")
                        .put("handling", verdict.handling().word())
                        .put("source", verdict.source().word()));
        if (asked.pidf().isPresent()) {
            line.put("pidf", answer.pidf().orElse(null));
        }
        answer.error().ifPresent(error -> line.put("error", error));
        return line.toString();
    }

    /** The answer to a line that is no case. */
    String write(JsonNode id, String error) {
        ObjectNode line = JSON.objectNode();
        line.set("id", id);
        return line.put("error", error).toString();
    }

    private static JsonNode validUntil(Instant instant) {
        return instant.equals(Instant.MAX) ? JSON.nullNode() : JSON.stringNode(instant.toString());
    }

    /** By the names that RFC 5025, section 3.3, gives to the transformations; what is not granted is left out. */
    private static ObjectNode permissions(Permissions permissions) {
        ObjectNode granted = JSON.objectNode();
        set(granted, "provide-devices", permissions.devices());
        set(granted, "provide-persons", permissions.persons());
        set(granted, "provide-services", permissions.services());
        for (Attribute attribute : permissions.attributes()) {
            granted.put(attribute.permission(), true);
        }
        if (permissions.userInput() != UserInput.FALSE) {
            granted.put("provide-user-input", permissions.userInput().word());
        }
        if (!permissions.unknownAttributes().isEmpty()) {
            ArrayNode unknown = granted.putArray("provide-unknown-attribute");
            for (UnknownAttribute attribute : permissions.unknownAttributes()) {
                unknown.addArray().add(attribute.namespace()).add(attribute.name());
            }
        }
        if (permissions.allAttributes()) {
            granted.put("provide-all-attributes", true);
        }
        return granted;
    }

    private static void set(ObjectNode granted, String name, OccurrenceSet occurrences) {
        if (occurrences.isEmpty()) {
            return;
        }
        ObjectNode set = granted.putObject(name).put("all", occurrences.all());
        ArrayNode members = set.putArray("members");
        for (OccurrenceSelector selector : occurrences.members()) {
            members.addArray().add(selector.kind().element()).add(selector.value());
        }
    }

    private static ArrayNode strings(List<String> texts) {
        ArrayNode array = JSON.arrayNode();
        texts.forEach(array::add);
        return array;
    }
}
