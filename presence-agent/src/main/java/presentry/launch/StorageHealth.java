package presentry.launch;

import java.util.Optional;
import presentry.storage.Database;
import presentry.xcap.http.HealthCheck;

/** Whether the disk takes what is written. */
record StorageHealth(Database database) implements HealthCheck {
    @Override
    public String name() {
        return "storage";
    }

    @Override
    public Optional<String> problem() {
        return database.writer().problem();
    }
}
