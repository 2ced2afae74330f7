package presentry.account;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import presentry.uri.Aor;
import presentry.uri.DomainName;

/** The directory of a server without accounts: every user part of a served domain is a user. */
public final class EveryUserOfDomains implements UserDirectory {

    private final Set<String> domains;

    /**
     * @param domains the served domains, in any spelling
     * @throws IllegalArgumentException if one of them is no domain name: a defect, the configuration checks first
     */
    public EveryUserOfDomains(Collection<String> domains) {
        this.domains = domains.stream().map(EveryUserOfDomains::ascii).collect(Collectors.toUnmodifiableSet());
    }

    private static String ascii(String domain) {
        return DomainName.toAscii(domain)
                .orElseThrow(() -> new IllegalArgumentException("not a domain name: `" + domain + "`"));
    }

    @Override
    public boolean exists(Aor user) {
        Aor home = user.home();
        return home.scheme().equals("sip")
                && home.port() == 0
                && !home.user().isEmpty()
                && domains.contains(home.host());
    }
}
