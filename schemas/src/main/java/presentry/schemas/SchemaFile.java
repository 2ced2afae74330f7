package presentry.schemas;

import java.io.InputStream;
import java.util.Objects;

/** The schemas of this module: one namespace each. Where they import each other they name no location. */
enum SchemaFile {
    XML(Namespaces.XML, "w3c-xml.xsd"),
    COMMON_POLICY(Namespaces.COMMON_POLICY, "rfc4745-common-policy.xsd"),
    DRAFT_COMMON_POLICY(Namespaces.COMMON_POLICY, "draft-common-policy.xsd"),
    PRES_RULES(Namespaces.PRES_RULES, "rfc5025-pres-rules.xsd"),
    IM_RULES(Namespaces.IM_RULES, "ser-im-rules.xsd"),
    PIDF(Namespaces.PIDF, "rfc3863-pidf.xsd"),
    DATA_MODEL(Namespaces.DATA_MODEL, "rfc4479-data-model.xsd"),
    RPID(Namespaces.RPID, "rfc4480-rpid.xsd"),
    CIPID(Namespaces.CIPID, "rfc4482-cipid.xsd"),
    WATCHERINFO(Namespaces.WATCHERINFO, "rfc3858-watcherinfo.xsd"),
    XCAP_ERROR(Namespaces.XCAP_ERROR, "rfc4825-xcap-error.xsd"),
    XCAP_CAPS(Namespaces.XCAP_CAPS, "rfc4825-xcap-caps.xsd"),
    RESOURCE_LISTS(Namespaces.RESOURCE_LISTS, "rfc4826-resource-lists.xsd"),
    RLS_SERVICES(Namespaces.RLS_SERVICES, "rfc4826-rls-services.xsd");

    private final String namespace;
    private final String fileName;

    SchemaFile(String namespace, String fileName) {
        this.namespace = namespace;
        this.fileName = fileName;
    }

    String namespace() {
        return namespace;
    }

    String fileName() {
        return fileName;
    }

    /** The schema, from the root of the class path; the caller closes it. */
    InputStream open() {
        return Objects.requireNonNull(SchemaFile.class.getResourceAsStream("/" + fileName), fileName);
    }
}
