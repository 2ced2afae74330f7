package presentry.agent.store.sql;

import java.util.List;
import presentry.storage.MigrationSet;

/** The tables of the agent. */
public final class AgentTables {
    /** For {@link presentry.storage.Database#open}. */
    public static final MigrationSet MIGRATIONS = new MigrationSet(
            "agent",
            AgentTables.class,
            List.of("0001-soft-state.sql", "0002-notify-terms.sql", "0003-waiting-watchers.sql"));

    private AgentTables() {}
}
