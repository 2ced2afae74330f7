package presentry.schemas;

/** The media types that Presentry reads or writes, in lower case and without parameters. */
public final class MediaTypes {

    /** RFC 3863, section 7. */
    public static final String PIDF_XML = "application/pidf+xml";

    /** RFC 3858, section 6. */
    public static final String WATCHERINFO_XML = "application/watcherinfo+xml";

    /** RFC 4745, section 15; also of presence and message rules (RFC 5025, section 9.4). */
    public static final String AUTH_POLICY_XML = "application/auth-policy+xml";

    /** RFC 4826, section 3.4.2. */
    public static final String RESOURCE_LISTS_XML = "application/resource-lists+xml";

    /** RFC 4826, section 4.4.2. */
    public static final String RLS_SERVICES_XML = "application/rls-services+xml";

    /** RFC 4662, section 5. */
    public static final String RLMI_XML = "application/rlmi+xml";

    /** RFC 4825, section 15.2.1. */
    public static final String XCAP_ELEMENT_XML = "application/xcap-el+xml";

    /** RFC 4825, section 15.2.2. */
    public static final String XCAP_ATTRIBUTE_XML = "application/xcap-att+xml";

    /** RFC 4825, section 15.2.3. */
    public static final String XCAP_NAMESPACES_XML = "application/xcap-ns+xml";

    /** RFC 4825, section 15.2.4. */
    public static final String XCAP_ERROR_XML = "application/xcap-error+xml";

    /** RFC 4825, section 15.2.5. */
    public static final String XCAP_CAPS_XML = "application/xcap-caps+xml";

    /** RFC 5874, section 8. */
    public static final String XCAP_DIFF_XML = "application/xcap-diff+xml";

    private MediaTypes() {}
}
