package presentry.launch;

import java.util.Optional;
import presentry.agent.shard.Pulse;
import presentry.xcap.http.HealthCheck;

/** Whether the timers and the threads of the agent still run. */
record PulseHealth(Pulse pulse) implements HealthCheck {
    @Override
    public String name() {
        return "agent";
    }

    @Override
    public Optional<String> problem() {
        return pulse.problem();
    }
}
