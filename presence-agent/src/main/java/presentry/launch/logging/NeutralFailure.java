package presentry.launch.logging;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.IThrowableProxy;
import java.util.stream.Collectors;

/** {@code %failure} of the log's pattern: a stack trace, indented, so that no line of it looks like an event. */
public final class NeutralFailure extends ThrowableProxyConverter {
    @Override
    protected String throwableProxyToString(IThrowableProxy failure) {
        return super.throwableProxyToString(failure)
                .lines()
                .map(line -> "    " + LogText.neutral(line.replace("\t", "    ")) + System.lineSeparator())
                .collect(Collectors.joining());
    }
}
