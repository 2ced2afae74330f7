package presentry.launch.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The JSON of docs/EVALUATE.md; what the answers say is tested where the engine is. */
class EvaluateCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RULE = "<ruleset xmlns='urn:ietf:params:xml:ns:common-policy' "
            + "xmlns:pr='urn:ietf:params:xml:ns:pres-rules'><rule id='a'><conditions><identity>"
            + "<one id='sip:bob@example.com'/></identity><validity><from>2030-01-01T00:00:00Z</from>"
            + "<until>2031-01-01T00:00:00Z</until></validity></conditions>"
            + "<actions><pr:sub-handling>allow</pr:sub-handling></actions><transformations>"
            + "<pr:provide-services><pr:service-uri-scheme>sip</pr:service-uri-scheme></pr:provide-services>"
            + "<pr:provide-user-input>bare</pr:provide-user-input><pr:provide-mood>true</pr:provide-mood>"
            + "</transformations></rule></ruleset>";

    private int status;

    @Test
    void theAnswerNamesTheRuleWhatItGrantsAndUntilWhen() throws IOException {
        JsonNode answer = ask("{'id': 'x', 'documents': [\"" + RULE + "\"], 'identities': ['sip:bob@example.com'],"
                + " 'at': '2030-06-01T00:00:00Z'}");

        assertThat(answer.toString())
                .isEqualTo("{'id':'x','rules':['a'],'handling':'allow','stated':true,'permissions':{".replace('\'', '"')
                        + "'provide-services':{'all':false,'members':[['service-uri-scheme','sip']]},"
                                .replace('\'', '"')
                        + "'provide-mood':true,'provide-user-input':'bare'},".replace('\'', '"')
                        + "'valid-until':'2031-01-01T00:00:00Z'}".replace('\'', '"'));
        assertThat(status).isZero();
    }

    @Test
    void withAModeTheAnswerSaysWhatIsDoneInTheEnd() throws IOException {
        JsonNode answer = ask("{'documents': [], 'identities': ['sip:bob@example.com'],"
                + " 'mode': {'default': 'mutual', 'reverse-subscription': true}}");

        assertThat(answer.get("final").get("handling").asString()).isEqualTo("allow");
        assertThat(answer.get("final").get("source").asString()).isEqualTo("mutual");
    }

    @Test
    void withAPresenceDocumentTheAnswerHasWhatIsSentOfIt() throws IOException {
        JsonNode answer = ask("{'documents': [], 'identities': ['sip:bob@example.com'], 'pidf': "
                + "\"<presence xmlns='urn:ietf:params:xml:ns:pidf' entity='sip:a@b'/>\"}");

        assertThat(answer.get("pidf").isNull()).isTrue();
    }

    @Test
    void aDocumentThatCannotBeUsedIsAnError() throws IOException {
        JsonNode answer = ask("{'documents': ['<ruleset'], 'identities': ['sip:bob@example.com']}");

        assertThat(answer.get("handling").asString()).isEqualTo("confirm");
        assertThat(answer.get("error").asString()).contains("document 1");
    }

    @Test
    void aLineThatIsNoCaseIsAnsweredWithAnErrorAndChangesTheExitStatus() throws IOException {
        JsonNode answer = ask("{'id': 'x', 'watchers': []}");

        assertThat(answer.get("id").asString()).isEqualTo("x");
        assertThat(answer.get("error").asString()).contains("watchers");
        assertThat(status).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        'documents': '<ruleset/>'            | `documents` is a list of strings
        'identities': 'sip:bob@example.com'  | `identities` is a list of strings
        'identities': ['sip:a@b.c', 1]       | `identities` is a list of strings
        'lists': ['sip:bob@example.com']     | `lists` is a JSON object with a list of strings for each anchor
        'lists': {'a': 'sip:bob@b.c'}        | `a` is a list of strings
        'mode': 'mutual'                     | `mode` is a JSON object
        'mode': {'defualt': 'rfc'}           | no member of `mode`: defualt
        """)
    void aMemberOfAnotherTypeIsNotTakenForAnEmptyOne(String member, String error) throws IOException {
        JsonNode answer = ask("{'id': 'x', " + member + "}");

        assertThat(answer.get("error").asString()).isEqualTo(error);
        assertThat(status).isEqualTo(1);
    }

    @Test
    void theIdComesBackAsItStandsInTheCase() throws IOException {
        assertThat(ask("{'id': 7}").get("id").isInt()).isTrue();
        assertThat(ask("{'id': 7, 'at': 'noon'}").get("id").isInt()).isTrue();
        assertThat(ask("{'at': 'noon'}").get("id").isNull()).isTrue();
    }

    @Test
    void aMemberThatIsThereTwiceIsAnErrorAsOneOfThemWouldBeLost() throws IOException {
        JsonNode answer = ask("{'identities': ['sip:a@b.c'], 'identities': []}");

        assertThat(answer.get("error").asString())
                .isEqualTo("this line is not JSON with each member once; see its column 43");
    }

    @Test
    void whereALineStopsToBeJsonIsSaidInPlainWords() throws IOException {
        JsonNode answer = ask("{'id': 'x'} {'id': 'y'}");

        assertThat(answer.get("error").asString())
                .isEqualTo("this line is not JSON with each member once; see its column 13");
    }

    @Test
    void eachLineHasOneAnswerInTheSameOrder() throws IOException {
        List<String> answers = run("{\"id\": \"1\"}\n\nnonsense\n{\"id\": \"2\"}\n");

        assertThat(answers).hasSize(3);
        assertThat(answers.get(0)).contains("\"1\"");
        assertThat(answers.get(1)).contains("not JSON");
        assertThat(answers.get(2)).contains("\"2\"");
    }

    /** Single quotes outside of XML stand for double ones. */
    private JsonNode ask(String asked) throws IOException {
        StringBuilder line = new StringBuilder();
        boolean inXml = false;
        for (int i = 0; i < asked.length(); i++) {
            char c = asked.charAt(i);
            inXml ^= c == '"';
            line.append(c == '\'' && !inXml ? '"' : c);
        }
        return JSON.readTree(run(line + "\n").getFirst());
    }

    private List<String> run(String lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EvaluateCommand command = new EvaluateCommand(
                new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)),
                out,
                () -> Instant.parse("2030-01-01T12:00:00Z"));
        status = command.call();
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
