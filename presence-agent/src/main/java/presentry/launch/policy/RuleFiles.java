package presentry.launch.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import presentry.policy.model.RuleDocument;
import presentry.policy.model.Usage;
import presentry.schemas.Decoded;
import presentry.schemas.Namespaces;
import presentry.schemas.SafeXml;

/** Rule documents in files, as a user would store them. */
final class RuleFiles {
    private RuleFiles() {}

    /** What reading ends in. */
    sealed interface Result {
        record Read(List<RuleDocument> documents) implements Result {}

        record Unreadable(String sentence) implements Result {}
    }

    static Result read(List<Path> files) {
        List<RuleDocument> documents = new ArrayList<>();
        for (Path file : files) {
            try {
                switch (SafeXml.decode(Files.readAllBytes(file))) {
                    case Decoded.Text(String text) -> documents.add(new RuleDocument(file.toString(), "", text));
                    case Decoded.NotUtf8(String message) -> {
                        return new Result.Unreadable(file + " is not UTF-8: " + message);
                    }
                }
            } catch (NoSuchFileException absent) {
                return new Result.Unreadable("there is no file " + file);
            } catch (IOException unreadable) {
                return new Result.Unreadable(file + " cannot be read: " + unreadable.getMessage());
            }
        }
        return new Result.Read(documents);
    }

    /** What the documents are rules for: of messages if one of them speaks of message handling, else of presence. */
    static Usage usageOf(List<RuleDocument> documents) {
        return documents.stream().anyMatch(document -> document.text().contains(Namespaces.IM_RULES))
                ? Usage.IM_RULES
                : Usage.PRES_RULES;
    }
}
