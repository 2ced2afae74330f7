package presentry.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import presentry.scenario.Scenario.Actor;
import presentry.sip.message.ParameterizedValue;
import presentry.sip.transport.Transport;

/** How the lines of a conversation are understood. */
class ScenarioReaderTest {
    private static final Actor BOB = new Actor("bob", "");

    @TempDir
    private Path folder = Path.of("");

    @TestFactory
    Stream<DynamicTest> everyConversationCanBeReadAndHasATitle() throws IOException {
        return ScenarioFiles.all().stream()
                .map(file -> DynamicTest.dynamicTest(
                        ScenarioFiles.name(file),
                        () -> assertThat(ScenarioReader.read(file).title()).isNotBlank()));
    }

    @Test
    void aRequestHasATargetAndHeaderFields() throws IOException {
        assertThat(step("bob/phone  SUBSCRIBE sip:alice@example.com   Event: presence   Expires: 60"))
                .isEqualTo(new Step.Sip(
                        new Actor("bob", "phone"),
                        "SUBSCRIBE",
                        "sip:alice@example.com",
                        Map.of("Event", "presence", "Expires", "60"),
                        Optional.empty(),
                        false));
    }

    @Test
    void partsBelongToTheLastThingReceived() throws IOException {
        assertThat(step("bob  receives 200, then NOTIFY   Subscription-State: active   no body"))
                .isEqualTo(new Step.Receives(
                        BOB,
                        List.of(
                                new Expected.Answer(200, List.of()),
                                new Expected.Notify(
                                        Optional.empty(),
                                        Optional.empty(),
                                        List.of(
                                                new Check.State(ParameterizedValue.parse("active")),
                                                new Check.NoBody())))));
    }

    @Test
    void severalQuestionsToABodyArePartedByACommaAndHas() throws IOException {
        assertThat(step("bob  receives 200   body has //a[@b = 'c'] = d, has no //e"))
                .isEqualTo(new Step.Receives(
                        BOB,
                        List.of(new Expected.Answer(
                                200,
                                List.of(
                                        new Check.BodyHas("//a[@b = 'c']", true, Optional.of("d")),
                                        new Check.BodyHas("//e", false, Optional.empty()))))));
    }

    @Test
    void timePassesInSeconds() throws IOException {
        assertThat(step("time passes 90 s")).isEqualTo(new Step.TimePasses(Duration.ofSeconds(90)));
    }

    @Test
    void aPersonIsIntroducedWithHisTransport() throws IOException {
        Scenario scenario = read("user jan is sip:jan@test-domain.com over TCP");

        assertThat(scenario.person("jan")).isEqualTo(new Scenario.Person("sip:jan@test-domain.com", Transport.TCP));
        assertThat(scenario.person("bob")).isEqualTo(new Scenario.Person("sip:bob@example.com", Transport.UDP));
    }

    @Test
    void aLineThatNobodyUnderstandsIsNamed() {
        assertThatThrownBy(() -> read("# title\nbob  dances"))
                .hasMessage("scenario.txt, line 2: nobody can do that: `bob  dances`");
    }

    private Step step(String line) throws IOException {
        return read(line).lines().getFirst().step();
    }

    private Scenario read(String text) throws IOException {
        return ScenarioReader.read(Files.writeString(folder.resolve("scenario.txt"), text));
    }
}
