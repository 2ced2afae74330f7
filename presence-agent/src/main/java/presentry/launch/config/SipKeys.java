package presentry.launch.config;

import static presentry.launch.config.Kind.choice;
import static presentry.launch.config.Kind.hostPort;
import static presentry.launch.config.Kind.listOf;
import static presentry.launch.config.Kind.word;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import presentry.launch.config.Config.SipAuthentication;
import presentry.launch.config.Config.SipTransport;

/** The keys of the group {@code sip}. */
final class SipKeys {
    static final ConfigKey<HostPort> SIP_LISTEN = ConfigKey.of(
            "sip.listen", hostPort(), "Where SIP requests arrive, with every transport.", "127.0.0.1:5065");

    static final ConfigKey<List<SipTransport>> SIP_TRANSPORTS = ConfigKey.of(
            "sip.transports", listOf(choice(SipTransport.class), 1), "What SIP is listened for with.", "udp", "tcp");

    static final ConfigKey<SipAuthentication> SIP_AUTH = ConfigKey.of(
            "sip.auth",
            choice(SipAuthentication.class),
            "How the sender of a SIP request becomes known. trusted: by what the proxies of trust.peers assert; "
                    + "requests from elsewhere are answered 403. digest: everybody, wherever he is, proves that he "
                    + "knows the password of his account (RFC 7616, RFC 8760).",
            "trusted");

    static final ConfigKey<List<String>> SIP_MD5_AGENTS = ConfigKey.of(
            "sip.md5-agents",
            listOf(word("the beginning of a User-Agent", "", text -> Optional.of(text)), 0),
            "Clients that give up when they see a challenge with another algorithm than MD5; they are sent that one"
                    + " alone.",
            "baresip");

    /** All of them, in the order in which the sample and the manual show them. */
    static final List<ConfigKey<?>> ALL = List.of(SIP_LISTEN, SIP_TRANSPORTS, SIP_AUTH, SIP_MD5_AGENTS);

    private SipKeys() {}

    static Config.Sip bind(ConfigValues values) {
        return new Config.Sip(
                values.get(SIP_LISTEN),
                Set.copyOf(values.get(SIP_TRANSPORTS)),
                values.get(SIP_AUTH),
                values.get(SIP_MD5_AGENTS));
    }
}
