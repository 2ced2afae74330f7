package presentry.bench.load;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntFunction;

/** PUBLISH in each of its kinds (RFC 3903, section 4), one publication for each of many users whom nobody watches. */
final class PublishLoad {
    private static final int AN_HOUR = 3600;

    private final Sockets sockets;
    private final Traffic traffic;
    private final RequestWriter writer;
    private final Report report;
    private final Pace pace;
    private final String domain;
    private final String[] tags;
    private int rounds;

    /** @param count how many users, and so how many requests of each kind */
    PublishLoad(Sockets sockets, Traffic traffic, RequestWriter writer, Report report, Pace pace, int count) {
        this.sockets = sockets;
        this.traffic = traffic;
        this.writer = writer;
        this.report = report;
        this.pace = pace;
        this.domain = "@example.com";
        this.tags = new String[count];
        Arrays.fill(tags, "");
    }

    /** All four kinds, one after the other; nothing is left published. */
    void run(String prefix) throws IOException {
        hold(prefix + "PUBLISH initial", AN_HOUR, user -> Documents.presence(user(user), 0));
        hold(prefix + "PUBLISH refresh", AN_HOUR, user -> "");
        hold(prefix + "PUBLISH modify", AN_HOUR, user -> Documents.presence(user(user), 1));
        hold(prefix + "PUBLISH remove", 0, user -> "");
        Arrays.fill(tags, "");
    }

    private void hold(String name, int expires, IntFunction<String> body) throws IOException {
        rounds++;
        int[] next = {0};
        report.begin();
        report.rate(name, traffic.hold(tags.length, pace, due -> {
            int user = next[0]++;
            int socket = user % sockets.count();
            String callId = "publish-" + rounds + "-" + user;
            byte[] request = writer.publish(socket, user(user), callId, tags[user], expires, body.apply(user));
            return Conversation.publish(socket, callId, request, answer -> tags[user] = answer.header("SIP-ETag"), due);
        }));
    }

    private String user(int number) {
        return "publisher" + number + domain;
    }
}
