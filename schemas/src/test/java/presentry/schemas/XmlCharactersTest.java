package presentry.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Every code point at every place (XML 1.0, fifth edition, productions 2, 4 and 4a), and what a second parser says of it. */
class XmlCharactersTest {
    private static final int[] ALL = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
            .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
            .toArray();

    /** Where a code point may stand literally. */
    enum Place {
        TEXT("<a>", "</a>", "<&"),
        ATTRIBUTE("<a b=\"", "\"/>", "<&\""),
        CDATA("<a><![CDATA[", "]]></a>", ""),
        COMMENT("<a><!-- ", " --></a>", ""),
        INSTRUCTION("<a><?x ", " ?></a>", ""),
        PROLOG("<!-- ", " --><a/>", "");

        private final String before;
        private final String after;
        private final String syntax;

        Place(String before, String after, String syntax) {
            this.before = before;
            this.after = after;
            this.syntax = syntax;
        }

        String with(int codePoint) {
            return before + Character.toString(codePoint) + after;
        }

        boolean isSyntax(int codePoint) {
            return syntax.indexOf(codePoint) >= 0;
        }
    }

    @ParameterizedTest
    @EnumSource
    void whereTextStandsJustTheCharactersOfXmlAreAccepted(Place place) {
        assertThat(wronglyJudged(place::with, c -> place.isSyntax(c) ? accepted(place.with(c)) : isChar(c)))
                .isEmpty();
    }

    @Test
    void aReferenceStandsForJustTheCharactersOfXml() {
        assertThat(wronglyJudged(c -> "<a>&#x" + Integer.toHexString(c) + ";</a>", XmlCharactersTest::isChar))
                .isEmpty();
        assertThat(wronglyJudged(c -> "<a b='&#" + c + ";'/>", XmlCharactersTest::isChar))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<%s/>", "<a%s/>", "<a b%s='1'/>", "<a><?b%s x?></a>", "<p%s:a xmlns:p%1$s='u'/>"})
    void noNameHasACodePointThatNoNameMayHave(String form) {
        List<Integer> wrong = IntStream.of(ALL)
                .filter(c -> c > 0x7F && !XmlCharacters.isNcName("a" + Character.toString(c)))
                .filter(c -> accepted(form.formatted(Character.toString(c))))
                .boxed()
                .toList();

        assertThat(wrong).isEmpty();
    }

    @Test
    void aSecondParserJudgesTextAndAttributesAlike() throws ParserConfigurationException, SAXException {
        SAXParser parser = SAXParserFactory.newDefaultInstance().newSAXParser();
        List<Integer> differing = new ArrayList<>();
        for (Place place : List.of(Place.TEXT, Place.ATTRIBUTE, Place.CDATA)) {
            for (int from = 0; from < ALL.length; from += 512) {
                int[] some = IntStream.range(from, Math.min(from + 512, ALL.length))
                        .map(i -> ALL[i])
                        .filter(c -> !place.isSyntax(c))
                        .toArray();
                String together = place.before + new String(some, 0, some.length) + place.after;
                if (accepted(together) && accepts(parser, together)) {
                    continue;
                }
                IntStream.of(some)
                        .filter(c -> accepted(place.with(c)) != accepts(parser, place.with(c)))
                        .forEach(differing::add);
            }
        }

        assertThat(differing).isEmpty();
    }

    @Test
    void whatIsWrittenIsWellFormedWhateverTheTextsAre() {
        StringBuilder everything = new StringBuilder();
        IntStream.of(ALL).limit(0x11000).forEach(everything::appendCodePoint);
        XmlElement element = new XmlElement(
                "",
                "",
                "a",
                Map.of(),
                List.of(new XmlAttribute("", "", "b", everything.toString())),
                List.of(new XmlText(everything.toString())),
                1);

        assertThat(accepted(XmlWriter.write(element))).isTrue();
    }

    private static List<Integer> wronglyJudged(IntFunction<String> document, IntPredicate allowed) {
        return IntStream.of(ALL)
                .filter(c -> accepted(document.apply(c)) != allowed.test(c))
                .boxed()
                .toList();
    }

    /** Production 2, as it is written. */
    private static boolean isChar(int c) {
        return c == 0x9
                || c == 0xA
                || c == 0xD
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || (c >= 0x10000 && c <= 0x10FFFF);
    }

    private static boolean accepted(String document) {
        return SafeXml.parse(document, XmlLimits.DEFAULT) instanceof XmlResult.Parsed;
    }

    private static boolean accepts(SAXParser parser, String document) {
        try {
            parser.parse(new InputSource(new StringReader(document)), new DefaultHandler());
            return true;
        } catch (SAXException refused) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
