package presentry.agent.event.presence;

import presentry.schemas.XmlElement;

/** All that reading a published presence document can end in. */
sealed interface PidfResult {
    /**
     * It can be shown to watchers.
     *
     * @param presence the root element
     */
    record Accepted(XmlElement presence) implements PidfResult {}

    /**
     * Its sender is at fault.
     *
     * @param sentence what is wrong and where, for the person who made the publishing client
     */
    record Refused(String sentence) implements PidfResult {}
}
