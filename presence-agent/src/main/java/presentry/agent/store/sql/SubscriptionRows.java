package presentry.agent.store.sql;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import presentry.agent.model.DialogAddress;
import presentry.agent.model.DialogId;
import presentry.agent.model.EventName;
import presentry.agent.model.NotifyTerms;
import presentry.agent.model.Rates;
import presentry.agent.model.ReachedBy;
import presentry.agent.model.StatusEvent;
import presentry.agent.model.Subscription;
import presentry.agent.model.SubscriptionKey;
import presentry.agent.model.Watcher;
import presentry.agent.model.WatcherStatus;
import presentry.agent.store.SoftStateStore.Shown;
import presentry.agent.store.SoftStateStore.StoredSubscription;
import presentry.storage.Fence;
import presentry.uri.Aor;

/** The table {@code subscription}: one row a subscription, with all of its dialog. */
final class SubscriptionRows {
    private static final String COLUMNS = "call_id, local_tag, remote_tag, event, event_id, owner, shard, watcher,"
        + " watcher_shard, winfo_id, local_uri, remote_uri, remote_target, routes, transport, local_host, local_port,"
        + " remote_host, remote_port, entity, event_spelling, body_type, since, expires_at, status, last_event,"
        + " remote_cseq, reserved_cseq, reserved_version, epoch, max_rate, min_rate, adaptive_min_rate, quenched";

    /** Of a subscription that is there, only what its watcher or the server can still change; so no index is touched. */
    private static final String PUT = "INSERT INTO subscription(" + COLUMNS
            + ") VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
            + " ?, ?, ?)"
            + " ON CONFLICT DO UPDATE SET remote_target = excluded.remote_target,"
            + " transport = excluded.transport, local_host = excluded.local_host, local_port = excluded.local_port,"
            + " remote_host = excluded.remote_host, remote_port = excluded.remote_port,"
            + " expires_at = excluded.expires_at, status = excluded.status, last_event = excluded.last_event,"
            + " remote_cseq = excluded.remote_cseq, reserved_cseq = excluded.reserved_cseq,"
            + " reserved_version = excluded.reserved_version, last_fingerprint = 0, epoch = excluded.epoch,"
            + " max_rate = excluded.max_rate, min_rate = excluded.min_rate,"
            + " adaptive_min_rate = excluded.adaptive_min_rate, quenched = excluded.quenched";

    private static final String OF_KEY =
            " WHERE call_id = ? AND local_tag = ? AND remote_tag = ? AND event = ? AND event_id = ?";
    private static final String DROP = "DELETE FROM subscription" + OF_KEY;
    private static final String REMEMBER = "UPDATE subscription SET last_fingerprint = ?" + OF_KEY;

    /** Of all owners, those of one owner together. */
    static final String SELECT_ALL =
            "SELECT " + COLUMNS + ", last_fingerprint FROM subscription ORDER BY owner, since, local_tag";

    /** Of the owner given as the only parameter. */
    static final String SELECT_OF_OWNER =
            "SELECT " + COLUMNS + ", last_fingerprint FROM subscription WHERE owner = ? ORDER BY since, local_tag";

    private static final int NO_SHARD = -1;

    private SubscriptionRows() {}

    static void put(Connection connection, Aor owner, Subscription subscription, Fence fence) throws SQLException {
        try (PreparedStatement put = connection.prepareStatement(PUT)) {
            DialogAddress dialog = subscription.dialog();
            ReachedBy reachedBy = dialog.reachedBy();
            bindKey(put, 1, subscription.key());
            put.setString(6, owner.toString());
            put.setInt(7, owner.shard().number());
            put.setString(8, WatcherColumn.text(subscription.watcher()));
            put.setInt(9, shardOf(subscription.watcher()));
            put.setString(10, subscription.winfoId());
            put.setString(11, dialog.localUri());
            put.setString(12, dialog.remoteUri());
            put.setString(13, dialog.remoteTarget());
            put.setString(14, String.join("\n", dialog.routeSet()));
            put.setString(15, reachedBy.transport());
            put.setString(16, reachedBy.localHost());
            put.setInt(17, reachedBy.localPort());
            put.setString(18, reachedBy.remoteHost());
            put.setInt(19, reachedBy.remotePort());
            put.setString(20, subscription.entity());
            put.setString(21, subscription.eventSpelling());
            put.setString(22, subscription.bodyType());
            put.setLong(23, subscription.since().toEpochMilli());
            put.setLong(24, subscription.expiresAt().toEpochMilli());
            put.setString(25, subscription.status().name());
            put.setString(26, subscription.lastEvent().name());
            put.setLong(27, subscription.remoteCSeq());
            put.setLong(28, subscription.reservedCSeq());
            put.setLong(29, subscription.reservedVersion());
            put.setLong(30, fence.epoch());
            Rates rates = subscription.terms().rates();
            put.setString(31, text(rates.max()));
            put.setString(32, text(rates.min()));
            put.setString(33, text(rates.adaptiveMin()));
            put.setBoolean(34, subscription.terms().quenched());
            put.executeUpdate();
        }
    }

    static void drop(Connection connection, SubscriptionKey key) throws SQLException {
        try (PreparedStatement drop = connection.prepareStatement(DROP)) {
            bindKey(drop, 1, key);
            drop.executeUpdate();
        }
    }

    static void remember(Connection connection, List<Shown> shown) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(REMEMBER)) {
            for (Shown one : shown) {
                update.setLong(1, one.fingerprint());
                bindKey(update, 2, one.key());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    static void forgetFingerprints(Connection connection) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE subscription SET last_fingerprint = 0 WHERE last_fingerprint <> 0")) {
            update.executeUpdate();
        }
    }

    static Aor owner(ResultSet row) throws SQLException {
        return Aor.parse(row.getString("owner")).orElseThrow();
    }

    /** @param watchers reads {@link WatcherColumn}, or knows what it says */
    static StoredSubscription read(ResultSet row, Function<String, Watcher> watchers) throws SQLException {
        Watcher watcher = watchers.apply(row.getString("watcher"));
        DialogId id = new DialogId(row.getString("call_id"), row.getString("local_tag"), row.getString("remote_tag"));
        ReachedBy reachedBy = new ReachedBy( // no connection outlives the process (RFC 5626, section 5.2)
                row.getString("transport"),
                row.getString("local_host"),
                row.getInt("local_port"),
                row.getString("remote_host"),
                row.getInt("remote_port"));
        DialogAddress dialog = new DialogAddress(
                id,
                row.getString("local_uri"),
                watcher.spelling(row.getString("remote_uri")),
                row.getString("remote_target"),
                row.getString("routes").lines().toList(),
                reachedBy);
        Subscription subscription = new Subscription(
                new SubscriptionKey(
                        id, EventName.parse(row.getString("event")).orElseThrow(), row.getString("event_id")),
                row.getString("winfo_id"),
                watcher,
                dialog,
                row.getString("entity").intern(), // many subscriptions have these in common, and keep them
                row.getString("event_spelling").intern(),
                row.getString("body_type").intern(),
                terms(row),
                Instant.ofEpochMilli(row.getLong("since")),
                Instant.ofEpochMilli(row.getLong("expires_at")),
                WatcherStatus.valueOf(row.getString("status")),
                StatusEvent.valueOf(row.getString("last_event")),
                row.getLong("remote_cseq"),
                row.getLong("reserved_cseq"),
                row.getLong("reserved_version"));
        return new StoredSubscription(subscription, row.getLong("last_fingerprint"));
    }

    private static NotifyTerms terms(ResultSet row) throws SQLException {
        Rates rates = new Rates(
                Rates.rate(row.getString("max_rate")),
                Rates.rate(row.getString("min_rate")),
                Rates.rate(row.getString("adaptive_min_rate")));
        return NotifyTerms.of(rates, row.getBoolean("quenched"));
    }

    private static String text(Optional<BigDecimal> rate) {
        return rate.map(BigDecimal::toPlainString).orElse("");
    }

    private static void bindKey(PreparedStatement statement, int from, SubscriptionKey key) throws SQLException {
        statement.setString(from, key.dialog().callId());
        statement.setString(from + 1, key.dialog().localTag());
        statement.setString(from + 2, key.dialog().remoteTag());
        statement.setString(from + 3, key.event().text());
        statement.setString(from + 4, key.eventId());
    }

    private static int shardOf(Watcher watcher) {
        List<Aor> homes = watcher.homes();
        return homes.isEmpty() ? NO_SHARD : homes.getFirst().shard().number();
    }
}
