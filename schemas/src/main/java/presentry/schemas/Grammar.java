package presentry.schemas;

/**
 * What a document can be: a root element, and schemas that define what stands below it. The namespaces of these schemas
 * are known: in them only what is defined may occur. All others pass where the schemas leave room for them.
 */
public enum Grammar {
    /** Presence rules: common policy with the actions and transformations of RFC 5025. */
    PRES_RULES(Namespaces.COMMON_POLICY, "ruleset"),

    /** Message rules: common policy with the action that SER introduced. */
    IM_RULES(Namespaces.COMMON_POLICY, "ruleset"),

    /** Presence and message rules whose identities are written as in the drafts before RFC 4745. */
    LEGACY_RULES(Namespaces.COMMON_POLICY, "ruleset"),

    /** Presence documents: RFC 3863 with RFC 4479, 4480 and 4482; also those of pidf-manipulation (RFC 4827). */
    PIDF(Namespaces.PIDF, "presence"),

    /** Watcher information (RFC 3858). */
    WATCHERINFO(Namespaces.WATCHERINFO, "watcherinfo"),

    /** Bodies of XCAP conflicts (RFC 4825, section 11). */
    XCAP_ERROR(Namespaces.XCAP_ERROR, "xcap-error"),

    /** Capabilities of an XCAP server (RFC 4825, section 12). */
    XCAP_CAPS(Namespaces.XCAP_CAPS, "xcap-caps"),

    /** Resource lists (RFC 4826, section 3). */
    RESOURCE_LISTS(Namespaces.RESOURCE_LISTS, "resource-lists"),

    /** Resource list services (RFC 4826, section 4). */
    RLS_SERVICES(Namespaces.RLS_SERVICES, "rls-services");

    private final String rootNamespace;
    private final String rootName;

    Grammar(String rootNamespace, String rootName) {
        this.rootNamespace = rootNamespace;
        this.rootName = rootName;
    }

    /** The namespace of the root element. */
    public String rootNamespace() {
        return rootNamespace;
    }

    /** The local name of the root element. */
    public String rootName() {
        return rootName;
    }
}
