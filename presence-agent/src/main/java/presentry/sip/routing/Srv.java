package presentry.sip.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * One server of a service (RFC 2782).
 *
 * @param priority lower ones first
 * @param weight the share of requests among those of one priority
 * @param port 0 to 65535
 * @param target the host, without the dot at the end; empty if the service is decidedly not offered
 */
public record Srv(int priority, int weight, int port, String target) {

    /** The order in which {@code records} are to be tried: by priority, and among equals by lot according to their weights. */
    static List<Srv> inOrder(List<Srv> records, RandomGenerator random) {
        List<Srv> left = new ArrayList<>(records);
        // RFC 2782: those without a weight first, so that they are drawn only where the lot is 0.
        left.sort(Comparator.comparingInt(Srv::priority).thenComparingInt(Srv::weight));
        List<Srv> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            int priority = left.getFirst().priority;
            List<Srv> equals =
                    left.stream().filter(record -> record.priority == priority).toList();
            Srv drawn = drawn(equals, random);
            ordered.add(drawn);
            left.remove(drawn);
        }
        return ordered;
    }

    private static Srv drawn(List<Srv> equals, RandomGenerator random) {
        int sum = equals.stream().mapToInt(Srv::weight).sum();
        int lot = random.nextInt(sum + 1);
        int reached = 0;
        for (Srv record : equals) {
            reached += record.weight;
            if (reached >= lot) {
                return record;
            }
        }
        return equals.getLast();
    }
}
