package presentry.xcap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import presentry.xcap.service.EntityTags;
import presentry.xcap.service.EntityTags.Listed.Tag;

/** The values of If-Match and If-None-Match (RFC 9110, sections 8.8.3 and 13.1). */
class EntityTagsReaderTest {

    @Test
    void strongAndWeakTagsAreReadAndEmptyElementsPassedOver() {
        assertThat(EntityTagsReader.read(",\t \"a\" , W/\"b,c\",, \"\" ,"))
                .contains(
                        new EntityTags.Listed(List.of(new Tag(false, "a"), new Tag(true, "b,c"), new Tag(false, ""))));
    }

    @Test
    void anAsteriskIsAny() {
        assertThat(EntityTagsReader.read(" * ")).contains(new EntityTags.Any());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ",",
                "a",
                "\"a",
                "a\"",
                "\"a\" \"b\"",
                "w/\"a\"",
                "W/ \"a\"",
                "\"a b\"",
                "*, \"a\"",
                "\"a\"x"
            })
    void whatIsNoListOfTagsIsNotRead(String value) {
        assertThat(EntityTagsReader.read(value)).isEmpty();
    }

    /** By an expression that looks back, this took 8 seconds: time by the square of the blanks. */
    @Test
    void blanksWithoutEndAreRefusedInOnePass() {
        assertThat(EntityTagsReader.read(" ".repeat(1 << 20) + "x")).isEmpty();
        assertThat(EntityTagsReader.read("\"a\"" + " ".repeat(1 << 20) + "x")).isEmpty();
    }
}
