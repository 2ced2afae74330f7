package presentry.rules;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packages that a source names, in an import or in full. */
final class Imports {
    private static final Pattern COMMENT_OR_STRING =
            Pattern.compile("/\\*.*?\\*/|//[^\\n]*|\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"", Pattern.DOTALL);

    private static final Pattern QUALIFIED = Pattern.compile(
            "\\b((?:presentry|java|javax|jakarta|com|org|net|io|gov|tools|picocli|sun|jdk)(?:\\.[a-z][a-z0-9_]*)*)\\.[A-Z]");

    private Imports() {}

    /** The packages in {@code source}, its own package line and comments left out. */
    static Set<String> in(String source) {
        Set<String> packages = new TreeSet<>();
        Matcher names = QUALIFIED.matcher(COMMENT_OR_STRING.matcher(source).replaceAll(" "));
        while (names.find()) {
            packages.add(names.group(1));
        }
        return packages;
    }
}
