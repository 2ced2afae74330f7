package presentry.launch;

import java.util.Optional;
import presentry.launch.config.HostPort;

/** A server that has loaded all stored state and accepts traffic. */
public interface RunningServer {
    /** Where SIP is spoken, with the port that was taken. */
    HostPort sip();

    /** Where HTTP is spoken, with the port that was taken. */
    HostPort http();

    /** Where HTTPS is spoken, if it is. */
    Optional<HostPort> https();

    /** The XCAP root as clients write it: {@code http://127.0.0.1:8080/xcap-root}. */
    String xcapRoot();

    /** Whether nothing is under way: until something comes from outside or time passes, nothing will happen. */
    boolean isIdle();

    /** Stops within 5 seconds; subscriptions live on in the data folder. Again: does nothing. */
    void stop();
}
