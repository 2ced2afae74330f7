package presentry.agent.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import presentry.storage.Writer;

/**
 * A random secret that an installation keeps for its life: what is keyed by it stays the same over restarts and tells
 * nobody outside anything.
 */
public final class InstallationSecret {
    private static final int OCTETS = 32;

    private InstallationSecret() {}

    /**
     * The secret of that name, made and stored the first time.
     *
     * @param random must not be predictable
     */
    public static CompletionStage<byte[]> named(String name, Writer writer, RandomGenerator random) {
        byte[] fresh = new byte[OCTETS];
        random.nextBytes(fresh);
        return writer.submit(connection -> {
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT OR IGNORE INTO agent_secret(name, octets) VALUES(?, ?)")) {
                insert.setString(1, name);
                insert.setBytes(2, fresh);
                insert.executeUpdate();
            }
            return stored(connection, name);
        });
    }

    private static byte[] stored(Connection connection, String name) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT octets FROM agent_secret WHERE name = ?")) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBytes(1);
            }
        }
    }
}
