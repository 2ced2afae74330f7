package presentry.bench.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One user with many watchers: how long until the last of them knows that a publication or the rules changed. A tenth as
 * many watchers more are treated alike by all the rules, and must hear of publications only.
 */
final class FanOutLoad {
    private static final String STAR = "star@example.com";
    private static final String RULES = "/xcap-root/pres-rules/users/sip:" + STAR + "/index";
    private static final int AN_HOUR = 3600;
    private static final int PATIENCE_SECONDS = 20;

    private final Sockets sockets;
    private final Traffic traffic;
    private final RequestWriter writer;
    private final HttpTraffic http;
    private final Report report;
    private final List<Dialog> affected;
    private final List<Dialog> unaffected;
    private String tag = "";
    private int publications;

    FanOutLoad(Sockets sockets, Traffic traffic, RequestWriter writer, HttpTraffic http, Report report, int watchers) {
        this.sockets = sockets;
        this.traffic = traffic;
        this.writer = writer;
        this.http = http;
        this.report = report;
        this.affected = dialogs("example.com", watchers);
        this.unaffected = dialogs("example.net", watchers / 10);
    }

    private List<Dialog> dialogs(String domain, int count) {
        List<Dialog> dialogs = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            Dialog dialog = new Dialog(number % sockets.count(), "w" + number + "@" + domain, STAR, domain + number);
            traffic.add(dialog);
            dialogs.add(dialog);
        }
        return dialogs;
    }

    void run(int rounds) throws IOException {
        putRules("allow");
        publish();
        subscribe(affected);
        subscribe(unaffected);
        List<Dialog> all = new ArrayList<>(affected);
        all.addAll(unaffected);

        publications("warm-up: ", all, rounds);
        publications("", all, rounds);
        ruleChanges("warm-up: ", rounds);
        ruleChanges("", rounds);
    }

    private void publications(String prefix, List<Dialog> all, int rounds) throws IOException {
        Latencies latencies = new Latencies(rounds);
        for (int round = 0; round < rounds; round++) {
            latencies.add(untilAllKnow(all, this::publish));
        }
        report.durations(prefix + "PUBLISH to the last of " + all.size(), latencies, "");
    }

    private void ruleChanges(String prefix, int rounds) throws IOException {
        int heard = heard(unaffected);
        Latencies latencies = new Latencies(rounds);
        for (int round = 0; round < rounds; round++) {
            String handling = round % 2 == 0 ? "polite-block" : "allow";
            latencies.add(untilAllKnow(affected, () -> putRules(handling)));
        }
        report.durations(
                prefix + "rules to the last of " + affected.size(),
                latencies,
                "NOTIFYs to unaffected watchers: " + (heard(unaffected) - heard));
    }

    private interface Change {
        void make() throws IOException;
    }

    private long untilAllKnow(List<Dialog> watchers, Change change) throws IOException {
        int before = heard(watchers);
        long begun = System.nanoTime();
        change.make();
        if (!traffic.until(() -> heard(watchers) >= before + watchers.size(), PATIENCE_SECONDS)) {
            throw new IOException(
                    "only %d of %d watchers were told".formatted(heard(watchers) - before, watchers.size()));
        }
        return System.nanoTime() - begun;
    }

    private static int heard(List<Dialog> watchers) {
        int sum = 0;
        for (Dialog dialog : watchers) {
            sum += dialog.notified;
        }
        return sum;
    }

    private void subscribe(List<Dialog> dialogs) throws IOException {
        int[] next = {0};
        traffic.hold(dialogs.size(), Pace.closed(16), due -> {
            Dialog dialog = dialogs.get(next[0]++);
            return Conversation.subscribe(dialog, writer.subscribe(dialog, AN_HOUR), due);
        });
    }

    private void publish() throws IOException {
        publications++;
        String callId = "star-" + publications;
        byte[] request = writer.publish(0, STAR, callId, tag, AN_HOUR, Documents.presence(STAR, publications));
        traffic.hold(
                1,
                Pace.closed(1),
                due -> Conversation.publish(0, callId, request, answer -> tag = answer.header("SIP-ETag"), due));
    }

    /** The server answers when all have been decided anew, which is within the time that is measured. */
    private void putRules(String handling) throws IOException {
        byte[] request = HttpTraffic.request(
                "PUT", RULES, "Content-Type: application/auth-policy+xml\r\n", Documents.rules(handling));
        http.hold(1, 200, number -> request);
    }
}
