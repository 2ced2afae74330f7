package presentry.agent.event.presence;

import presentry.schemas.XmlElement;

/**
 * What one device has published.
 *
 * @param presence the root element
 * @param place 0 if its ids are shown as they are, else the number behind each of them
 */
record PublishedDocument(XmlElement presence, int place) {
    /** How an id in it is shown. */
    String shownId(String id) {
        return place == 0 ? id : id + "-" + place;
    }
}
