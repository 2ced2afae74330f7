package presentry.agent.presentity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import presentry.agent.model.WatcherEntry;

/** A client that keeps its table of watchers by the documents it gets (RFC 3858, section 4). */
final class WatcherinfoReader {
    private static final Pattern HEAD = Pattern.compile("version=\"(\\d+)\" state=\"(full|partial)\"");
    private static final Pattern WATCHER =
            Pattern.compile("<watcher id=\"([^\"]+)\" status=\"([^\"]+)\" event=\"([^\"]+)\"[^>]*>([^<]+)<");

    private final Map<String, String> watchers = new LinkedHashMap<>();
    private long version = -1;

    void read(String document) {
        Matcher head = HEAD.matcher(document);
        assertThat(head.find()).isTrue();
        long number = Long.parseLong(head.group(1));
        if (head.group(2).equals("full")) {
            assertThat(number).isGreaterThan(version);
            watchers.clear();
        } else {
            assertThat(number).isEqualTo(version + 1);
        }
        version = number;
        Matcher watcher = WATCHER.matcher(document);
        while (watcher.find()) {
            if (watcher.group(2).equals("terminated")) {
                watchers.remove(watcher.group(1));
            } else {
                watchers.put(watcher.group(1), watcher.group(4) + " " + watcher.group(2));
            }
        }
    }

    /** Who watches, by id. */
    Map<String, String> watchers() {
        return watchers;
    }

    /** What this table should say of a watcher. */
    static String line(WatcherEntry watcher) {
        return watcher.watcher().displayUri() + " " + watcher.status().name().toLowerCase(Locale.ROOT);
    }
}
