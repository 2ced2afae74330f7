package presentry.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Which characters are accepted where, compared with the parser of the JDK (XML 1.0 fifth edition, productions 2, 4, 4a and 66): all
 * that lie around an edge of a production, and of long uniform ranges each 97th.
 */
class XmlCharactersTest {

    private static final int CODE_POINTS = 0x110000;
    private static final List<Integer> EDGES =
            List.of(0xD7FF, 0xE000, 0xFDCF, 0xFFFD, 0x10000, 0xEFFFF, 0xF0000, 0x10FFFF);

    private final SAXParser other = otherParser();

    /** Production 2: the same characters may stand in text, attributes, CDATA, comments and instructions. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a>%s</a>",
                "<a b='%s'/>",
                "<a><![CDATA[%s]]></a>",
                "<a><!--%s--></a>",
                "<a><?x %s?></a>",
                "<?x %s?><a/>",
                "<a/><!--%s-->"
            })
    void theCharactersOfXmlAndNoOthersMayStandWhereCharactersMay(String place) {
        for (int character = 1; character < CODE_POINTS; character = next(character)) {
            if ("<&'".indexOf(character) < 0) {
                String text = place.replace("%s", spelled(character));
                assertThat(accepted(text)).as("U+%04X in %s", character, place).isEqualTo(acceptedByTheOther(text));
            }
        }
    }

    /** Production 66 and its constraint: a reference may name no character that could not stand there itself. */
    @ParameterizedTest
    @ValueSource(strings = {"<a>&#%s;</a>", "<a b='&#%s;'/>", "<a xmlns:p='u&#%s;'/>"})
    void aReferenceMayNameTheCharactersOfXmlAndNoOthers(String place) {
        for (int character = 1; character < CODE_POINTS; character = next(character)) {
            String text = place.replace("%s", Integer.toString(character));
            assertThat(accepted(text)).as("U+%04X in %s", character, place).isEqualTo(acceptedByTheOther(text));
        }
    }

    /**
     * Productions 4 and 4a. XML 1.1 has the names of the fifth edition, so the other parser is asked in its terms: what is accepted is
     * among them. In the first plane, names are those of the editions before, which the other parser asks for in XML 1.0; above it, all
     * of the fifth edition.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {"<%s/>", "<a%s/>", "<a %s='1'/>", "<a x%s='1'/>", "<p%1:a xmlns:p%1='u'/>", "<a><?x%s?></a>"})
    void noNameHasACharacterThatTheFifthEditionDoesNotAllow(String place) {
        for (int character = 1; character < CODE_POINTS; character = next(character)) {
            if (character > 127 || Character.isLetterOrDigit(character)) {
                String text = place.replace("%s", spelled(character)).replace("%1", spelled(character));
                boolean allowed = character < 0x10000
                        ? acceptedByTheOther(text)
                        : acceptedByTheOther("<?xml version='1.1'?>" + text);
                assertThat(accepted(text)).as("U+%04X in %s", character, place).isEqualTo(allowed);
            }
        }
    }

    /** All code points, without the second opinion: production 2 as it is written. */
    @Test
    void everyCodePointIsJudgedAsProduction2Says() {
        var wrong = new BitSet();
        IntStream.range(1, CODE_POINTS)
                .filter(character -> character >= 0xD800)
                .filter(character -> (XmlCharacters.firstForbidden(spelled(character)) > 0) != isCharacter(character))
                .forEach(wrong::set);

        assertThat(wrong.isEmpty()).as(wrong.toString()).isTrue();
    }

    @Test
    void theRefusalSaysWhereTheCharacterIs() {
        var refused = SafeXml.parse("<a>\n <b>\uFFFF</b></a>", XmlLimits.DEFAULT);

        assertThat(refused)
                .isEqualTo(
                        new XmlResult.Refused(XmlResult.Reason.NOT_WELL_FORMED, "U+FFFF is no character of XML", 2, 5));
    }

    private static boolean isCharacter(int character) {
        return (character >= 0xE000 && character <= 0xFFFD) || character >= 0x10000;
    }

    /** Each character of the first plane, and of the others a few and all around their edges. */
    private static int next(int character) {
        boolean nearAnEdge =
                EDGES.stream().anyMatch(edge -> Math.abs(character - edge) < 300) || (character & 0xFFFF) > 0xFF00;
        return character < 0x3200 || nearAnEdge ? character + 1 : character + 97;
    }

    private static String spelled(int character) {
        return new String(Character.toChars(character));
    }

    private static boolean accepted(String text) {
        return SafeXml.parse(text, XmlLimits.DEFAULT) instanceof XmlResult.Parsed;
    }

    private boolean acceptedByTheOther(String text) {
        try {
            other.parse(new InputSource(new StringReader(text)), new Strict());
            return true;
        } catch (SAXException notWellFormed) {
            return false;
        } catch (IOException broken) {
            // The parser of the JDK reports some malformed surrogates in this way.
            return false;
        }
    }

    private static SAXParser otherParser() {
        try {
            var factory = SAXParserFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            return factory.newSAXParser();
        } catch (ParserConfigurationException | SAXException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static final class Strict extends DefaultHandler {
        @Override
        public void fatalError(SAXParseException error) throws SAXException {
            throw error;
        }
    }
}
