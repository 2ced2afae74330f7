package presentry.schemas;

/** The XML namespaces that Presentry reads or writes, each with the text that defines it. */
public final class Namespaces {

    /** Rule sets: conditions, actions, transformations (RFC 4745). */
    public static final String COMMON_POLICY = "urn:ietf:params:xml:ns:common-policy";

    /** Presence authorization rules (RFC 5025). */
    public static final String PRES_RULES = "urn:ietf:params:xml:ns:pres-rules";

    /** Instant message authorization rules (SER, no RFC). */
    public static final String IM_RULES = "urn:iptel:xml:ns:im-rules";

    /** Conditions that the Open Mobile Alliance adds to common policy (OMA XDM 1.1). */
    public static final String OMA_COMMON_POLICY = "urn:oma:xml:xdm:common-policy";

    /** The permissions that OMA adds to presence rules. */
    public static final String OMA_PRES_RULES = "urn:oma:xml:prs:pres-rules";

    /** What OMA adds to presence documents. */
    public static final String OMA_PRESENCE = "urn:oma:xml:prs:pidf:oma-pres";

    /** RFC 4119, section 2.2.1. */
    public static final String GEOPRIV = "urn:ietf:params:xml:ns:pidf:geopriv10";

    /** Presence Information Data Format (RFC 3863). */
    public static final String PIDF = "urn:ietf:params:xml:ns:pidf";

    /** Persons and devices in PIDF (RFC 4479). */
    public static final String DATA_MODEL = "urn:ietf:params:xml:ns:pidf:data-model";

    /** Rich presence: activities, mood, place and others (RFC 4480). */
    public static final String RPID = "urn:ietf:params:xml:ns:pidf:rpid";

    /** Contact information: card, homepage, icon, map, sound, display name (RFC 4482). */
    public static final String CIPID = "urn:ietf:params:xml:ns:pidf:cipid";

    /** Watcher information (RFC 3858). */
    public static final String WATCHERINFO = "urn:ietf:params:xml:ns:watcherinfo";

    /** Bodies of XCAP conflicts (RFC 4825, section 11). */
    public static final String XCAP_ERROR = "urn:ietf:params:xml:ns:xcap-error";

    /** What an XCAP server can do (RFC 4825, section 12). */
    public static final String XCAP_CAPS = "urn:ietf:params:xml:ns:xcap-caps";

    /** Changes of XCAP documents (RFC 5874). */
    public static final String XCAP_DIFF = "urn:ietf:params:xml:ns:xcap-diff";

    /** Lists of resources (RFC 4826, section 3). */
    public static final String RESOURCE_LISTS = "urn:ietf:params:xml:ns:resource-lists";

    /** Services that resource list servers offer (RFC 4826, section 4). */
    public static final String RLS_SERVICES = "urn:ietf:params:xml:ns:rls-services";

    /** Resource list meta-information in notifications (RFC 4662). */
    public static final String RLMI = "urn:ietf:params:xml:ns:rlmi";

    /** The namespace of the prefix {@code xml}, bound without a declaration. */
    public static final String XML = "http://www.w3.org/XML/1998/namespace";

    private Namespaces() {}
}
