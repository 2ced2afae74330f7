package presentry.scenario;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;

/** The server that a conversation is held with. */
interface ScenarioServer extends AutoCloseable {
    /** Where it speaks SIP; the same after a restart. */
    InetSocketAddress sip();

    /** The XCAP root; the same after a restart. */
    String xcapRoot();

    /** Moves its clock, and waits until all consequences have come about. */
    void timePasses(Duration duration);

    /** Sets the wall clock of its machine, ahead if positive. */
    void wallClockIsSet(Duration ahead);

    /** Waits until nothing is under way. */
    void settle();

    /** Ends it, with or without a warning, and starts it again on the same ports and data. */
    void startAgain() throws IOException;

    @Override
    void close() throws IOException;
}
