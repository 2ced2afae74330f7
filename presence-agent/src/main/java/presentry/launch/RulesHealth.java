package presentry.launch;

import java.util.Optional;
import presentry.agent.feed.UnusableRules;
import presentry.xcap.http.HealthCheck;

/** Whether all rule documents can be used. All others are served when some cannot, so that is told and does no harm. */
record RulesHealth(UnusableRules unusable) implements HealthCheck {
    @Override
    public String name() {
        return "rules";
    }

    @Override
    public Optional<String> problem() {
        return Optional.of(unusable.summary()).filter(summary -> !summary.isEmpty());
    }

    @Override
    public boolean essential() {
        return false;
    }
}
