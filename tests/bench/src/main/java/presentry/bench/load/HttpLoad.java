package presentry.bench.load;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;

/** Documents over HTTP (RFC 4825, section 7), beside a server that does nothing but answer with the same octets. */
final class HttpLoad {
    private static final String TREE = "/xcap-root/pres-rules/users/sip:reader";
    private static final String TYPE = "Content-Type: application/auth-policy+xml\r\n";

    private final HttpTraffic http;
    private final Report report;

    HttpLoad(HttpTraffic http, Report report) {
        this.http = http;
        this.report = report;
    }

    /** Stores {@code users} documents and replaces them; the second half of the replacements is conditional. */
    void put(String prefix, int users) throws IOException {
        String[] tags = new String[users];
        report.begin();
        report.rate(prefix + "PUT, new", http.hold(users, 201, user -> put(user, "", 1)));
        report.rate(prefix + "PUT, replacing", http.hold(users, 200, user -> put(user, "", 2)));
        for (int user = 0; user < users; user++) {
            tags[user] = tag(user);
        }
        report.begin();
        report.rate(
                prefix + "PUT, If-Match",
                http.hold(users, 200, user -> put(user, "If-Match: " + tags[user] + "\r\n", 3)));
    }

    /** Reads one document again and again. */
    void get(String prefix, int count) throws IOException {
        String tag = tag(0);
        report.begin();
        report.rate(prefix + "GET, 1.7 KB", http.hold(count, 200, number -> get(0, "")));
        report.rate(prefix + "GET, 304", http.hold(count, 304, number -> get(0, "If-None-Match: " + tag + "\r\n")));
    }

    private String tag(int user) throws IOException {
        AtomicReference<String> tag = new AtomicReference<>("");
        http.hold(1, 200, number -> get(user, ""), head -> tag.set(HttpTraffic.header(head, "ETag")));
        return tag.get();
    }

    private static byte[] put(int user, String condition, int edition) {
        return HttpTraffic.request("PUT", path(user), TYPE + condition, Documents.longRules(edition));
    }

    private static byte[] get(int user, String condition) {
        return HttpTraffic.request("GET", path(user), condition, "");
    }

    private static String path(int user) {
        return TREE + user + "@example.com/index";
    }
}
