package presentry.policy.model;

/** The presence attributes that a rule shows or hides as a whole: the boolean permissions of RFC 5025, section 3.3.2. */
public enum Attribute {
    ACTIVITIES("activities"),
    CLASS("class"),
    DEVICE_ID("deviceID"),
    MOOD("mood"),
    NOTE("note"),
    PLACE_IS("place-is"),
    PLACE_TYPE("place-type"),
    PRIVACY("privacy"),
    RELATIONSHIP("relationship"),
    SPHERE("sphere"),
    STATUS_ICON("status-icon"),
    TIME_OFFSET("time-offset");

    private final String element;

    Attribute(String element) {
        this.element = element;
    }

    /** The local name of the element that carries the attribute in a presence document. */
    public String element() {
        return element;
    }

    /** The local name of the permission in a rule document. */
    public String permission() {
        return "provide-" + element;
    }
}
