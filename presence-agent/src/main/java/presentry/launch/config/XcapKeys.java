package presentry.launch.config;

import static presentry.launch.config.Kind.listOf;
import static presentry.launch.config.Kind.word;

import java.util.List;

/** The keys of the group {@code xcap}: which documents there are, and who else than their owners may have them. */
final class XcapKeys {
    static final ConfigKey<List<DescribedUsage>> XCAP_USAGES = ConfigKey.of(
            "xcap.usages",
            listOf(
                    word(
                            "`AUID MEDIA-TYPE NAMESPACE` or `AUID MEDIA-TYPE NAMESPACE XSD-FILE`",
                            "",
                            DescribedUsage::parse),
                    0),
            "Further application usages. The namespace is that of selector steps without a prefix. Documents must be"
                    + " valid by the schema, if there is one; it is one file.");

    static final ConfigKey<List<GrantedAccess>> XCAP_GRANTS = ConfigKey.of(
            "xcap.grants",
            listOf(
                    word(
                            "`WHO read|write AUID WHOSE`",
                            "WHO the SIP URI of a user or everybody, AUID an application usage or *, WHOSE the SIP URI"
                                    + " of a user, users or global",
                            GrantedAccess::parse),
                    0),
            "What is allowed beyond the authorization of the usage. Who may write may read too.");

    /** All of them, in the order in which the sample and the manual show them. */
    static final List<ConfigKey<?>> ALL = List.of(XCAP_USAGES, XCAP_GRANTS);

    private XcapKeys() {}

    static Config.Xcap bind(ConfigValues values) {
        return new Config.Xcap(values.get(XCAP_USAGES), values.get(XCAP_GRANTS));
    }
}
