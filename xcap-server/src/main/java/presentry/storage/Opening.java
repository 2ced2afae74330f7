package presentry.storage;

/** All that opening a data folder can end in. */
public sealed interface Opening {

    /** The database is open, migrated, and locked against a second server. */
    record Opened(Database database) implements Opening {}

    /**
     * The folder cannot be used.
     *
     * @param sentence what is wrong, where, and what to do: for the person who starts the server
     */
    record Refused(String sentence) implements Opening {}
}
