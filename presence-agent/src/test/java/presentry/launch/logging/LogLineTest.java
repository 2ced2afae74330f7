package presentry.launch.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What text from outside can do to the log, as the delivered configuration writes it. */
class LogLineTest {

    private final LoggerContext context = new LoggerContext();

    @ParameterizedTest
    @CsvSource({"000A,\\u000A", "000D,\\u000D", "001B,\\u001B", "0085,\\u0085", "2028,\\u2028", "202E,\\u202E"})
    void aCharacterThatActsIsSpelledOut(String code, String spelled) throws JoranException {
        char active = (char) Integer.parseInt(code, 16);

        assertThat(logged("GET a" + active + "b 404"))
                .endsWith("Test GET a" + spelled + "b 404" + System.lineSeparator());
    }

    @Test
    void otherTextStaysAsItIs() throws JoranException {
        assertThat(logged("PUT \u00E4\u4E2D 201")).endsWith("PUT \u00E4\u4E2D 201" + System.lineSeparator());
    }

    @Test
    void theMessageOfAnExceptionBeginsNoEvent() throws JoranException {
        var failure = new IllegalStateException("a\n2026-01-01T00:00:00.000Z INFO Login root: 200\rx");

        assertThat(logged("It failed", failure).lines().skip(1))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).startsWith("    "));
    }

    private String logged(String message, Throwable... failure) throws JoranException {
        var configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(LogLineTest.class.getResource("/logback.xml"));
        var appender =
                (ConsoleAppender<ILoggingEvent>) context.getLogger("ROOT").getAppender("stderr");
        var encoder = (PatternLayoutEncoder) appender.getEncoder();
        var event = new LoggingEvent(
                "x", context.getLogger("Test"), Level.INFO, message, failure.length == 0 ? null : failure[0], null);
        return new String(encoder.encode(event), StandardCharsets.UTF_8);
    }
}
