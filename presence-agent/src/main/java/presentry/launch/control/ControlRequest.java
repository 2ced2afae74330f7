package presentry.launch.control;

/**
 * What is asked of a server.
 *
 * @param verb what to do
 * @param user the SIP URI of the user; empty for {@link Verb#LIST_USERS}
 * @param password the new password; empty unless one is set
 */
public record ControlRequest(Verb verb, String user, String password) {
    /** All that can be asked. */
    public enum Verb {
        ADD_USER,
        REMOVE_USER,
        LIST_USERS
    }

    /** Makes an account, or gives it another password. */
    public static ControlRequest addUser(String user, String password) {
        return new ControlRequest(Verb.ADD_USER, user, password);
    }

    /** Removes an account. */
    public static ControlRequest removeUser(String user) {
        return new ControlRequest(Verb.REMOVE_USER, user, "");
    }

    /** Lists all accounts. */
    public static ControlRequest listUsers() {
        return new ControlRequest(Verb.LIST_USERS, "", "");
    }

    /** Without the password, so that no log can tell it. */
    @Override
    public String toString() {
        return verb + " " + user;
    }
}
