package presentry.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The sources are formatted by palantir-java-format. To format them:
 * {@code mvn -pl tests -am test -Dtest=FormatTest -Dformat=write -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class FormatTest {
    private final Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .build());

    @Test
    void everySourceIsFormatted() throws IOException, FormatterException {
        boolean write = "write".equals(System.getProperty("format"));
        List<String> unformatted = new ArrayList<>();
        for (Path source : SourceTree.all()) {
            String text = Files.readString(source);
            String formatted = formatter.formatSourceAndFixImports(text);
            if (!formatted.equals(text)) {
                if (write) {
                    Files.writeString(source, formatted);
                } else {
                    unformatted.add(SourceTree.name(source));
                }
            }
        }

        assertThat(unformatted)
                .as("not formatted; run: mvn -pl tests -am test -Dtest=FormatTest -Dformat=write "
                        + "-Dsurefire.failIfNoSpecifiedTests=false")
                .isEmpty();
    }
}
