package presentry.launch.logging;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** {@code %neutral} of the log's pattern: the message on one line, whatever a client put into it. */
public final class NeutralMessage extends MessageConverter {
    @Override
    public String convert(ILoggingEvent event) {
        return LogText.neutral(super.convert(event));
    }
}
