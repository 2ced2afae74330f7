package presentry.agent.endpoint;

import presentry.uri.Aor;

/**
 * Whom a Request-URI names.
 *
 * @param home where the user is at home: the name of the mailbox
 * @param entity the Request-URI as it was spelled, without parameters and headers: those say how to get there, such as
 *     {@code ;transport=tcp}, and not who is there (RFC 3261, section 19.1.1)
 */
record ServedUser(Aor home, String entity) {}
