package presentry.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** House rules that a reader of the sources relies on. */
class SourceRulesTest {
    private static final int LONGEST_FILE = 400;

    /** Spelled in halves, or this file would break its own rule. */
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");

    private static final Pattern EMPTY_NAME = Pattern.compile(".*(Manager|Helper|Utils?|Impl)(Test)?\\.java");

    /** What the operator writes, and programs that are no part of the server. */
    private static final Pattern OF_OPERATORS = Pattern.compile("presentry/(launch|demo|bench|storage)/");

    private static final Pattern EXPRESSION =
            Pattern.compile("import java\\.util\\.regex|\\.(matches|replaceAll|replaceFirst)\\(\"");

    private static final List<String> LOOKED_AT = List.of(
            "AcceptedTypes.java",
            "AttributeText.java",
            "AttributeValue.java",
            "BasicAuthentication.java",
            "ConditionLint.java",
            "DateTimeReader.java",
            "DigestAuthentication.java",
            "DigestCredentialsReader.java",
            "DocumentValidator.java",
            "IdentityReader.java",
            "NamespaceBindings.java",
            "NoAuthentication.java",
            "NodeSelectorReader.java",
            "Rates.java",
            "RegisterEndpoint.java",
            "TlsCertificate.java",
            "Token.java",
            "Tuple.java",
            "XcapUriReader.java");

    @Test
    void nothingIsLeftForLater() throws IOException {
        assertThat(sources(text -> UNFINISHED.matcher(text).find())).isEmpty();
    }

    /**
     * Regular expressions look back, and what looks back on input of strangers takes time by the square of its length. So input is read by
     * readers that go forward; what is named here was looked at: its expressions take time in proportion to the text, or the text is short.
     */
    @Test
    void inputIsReadWithoutRegularExpressionsButForThoseThatWereLookedAt() throws IOException {
        List<String> found = SourceTree.all().stream()
                .filter(source -> source.toString().replace('\\', '/').contains("/src/main/"))
                .filter(source -> !OF_OPERATORS.matcher(SourceTree.name(source)).find())
                .filter(source -> EXPRESSION.matcher(read(source)).find())
                .map(source -> source.getFileName().toString())
                .sorted()
                .toList();

        assertThat(found).isEqualTo(LOOKED_AT);
    }

    @Test
    void noFileIsTooLongToRead() throws IOException {
        assertThat(sources(text -> text.lines().count() > LONGEST_FILE)).isEmpty();
    }

    @Test
    void aNameSaysWhatTheThingIs() throws IOException {
        assertThat(SourceTree.all())
                .filteredOn(source ->
                        EMPTY_NAME.matcher(source.getFileName().toString()).matches())
                .isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsForAndThatNothingIsNull() throws IOException {
        List<Path> silent = SourceTree.all().stream()
                .map(Path::getParent)
                .distinct()
                .filter(folder -> folder.toString().replace('\\', '/').contains("/src/main/"))
                .filter(folder -> !isDescribed(folder.resolve("package-info.java")))
                .toList();

        assertThat(silent).isEmpty();
    }

    private static boolean isDescribed(Path packageInfo) {
        if (!Files.exists(packageInfo)) {
            return false;
        }
        String text = read(packageInfo);
        return text.startsWith("/**") && text.contains("@NullMarked");
    }

    private static List<String> sources(Predicate<String> wrong) throws IOException {
        return SourceTree.all().stream()
                .filter(source -> wrong.test(read(source)))
                .map(SourceTree::name)
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
