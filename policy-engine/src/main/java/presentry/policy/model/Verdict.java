package presentry.policy.model;

/**
 * What is done with a subscription in the end.
 *
 * @param handling how it is treated
 * @param permissions what it shows when it is allowed
 * @param source who said so
 */
public record Verdict(SubHandling handling, Permissions permissions, Source source) {
    /** Who can say so. */
    public enum Source {
        /** A matching rule states an action. */
        RULES("rules"),
        /** No rule speaks, and the presentity watches the watcher. */
        MUTUAL("mutual"),
        /** No rule speaks, and the presentity does not watch the watcher. */
        NOT_MUTUAL("not-mutual"),
        /** There are rules, but none speaks: RFC 5025, section 3.2.1. */
        SILENT_RULES("silent-rules"),
        /** There is no document: no policy in the sense of RFC 3857. */
        NO_DOCUMENT("no-document"),
        /** No rule speaks, and the server has one answer for all. */
        SERVER_DEFAULT("server-default");

        private final String word;

        Source(String word) {
            this.word = word;
        }

        /** The word for it in messages and in JSON. */
        public String word() {
            return word;
        }
    }
}
