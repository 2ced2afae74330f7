package presentry.launch;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import presentry.launch.config.Config;
import presentry.launch.figures.Figures;
import presentry.storage.Database;

/**
 * What every side of a server stands on.
 *
 * @param readers for what waits: the disk, other machines
 * @param listeners what lets traffic in; closed first
 * @param rest closed when all state is noted
 */
record Foundation(
        PartSettings settings,
        ServerTime time,
        SecureRandom random,
        Database database,
        ExecutorService readers,
        Figures figures,
        OpenParts listeners,
        OpenParts rest) {

    static Foundation on(
            Database database, PartSettings settings, ServerTime time, OpenParts listeners, OpenParts rest) {
        ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();
        rest.add(readers);
        return new Foundation(
                settings, time, new SecureRandom(), database, readers, new Figures(database), listeners, rest);
    }

    Config config() {
        return settings.config();
    }

    void later(Duration pause, Runnable task) {
        time.timers().at(time.steady().instant().plus(pause), task);
    }
}
