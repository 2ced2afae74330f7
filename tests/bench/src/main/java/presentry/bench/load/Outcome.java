package presentry.bench.load;

/**
 * What came of many conversations.
 *
 * @param count of them
 * @param nanos all together
 * @param latencies of each
 * @param errors those that ended in anything but 200, or not at all
 * @param repeatedByUs requests that we sent again
 * @param repeatedByServer NOTIFYs that came again
 */
record Outcome(int count, long nanos, Latencies latencies, int errors, int repeatedByUs, int repeatedByServer) {
    private static final double NANOS_PER_SECOND = 1e9;

    double perSecond() {
        return count * NANOS_PER_SECOND / nanos;
    }
}
