package presentry.sip.routing;

import java.util.List;

/** What the DNS says about the servers of a domain. Both questions may take seconds; no answer is no records. */
public interface ServiceRecords {
    /** The NAPTR records of {@code domain}, in any order. */
    List<Naptr> naptr(String domain);

    /** The SRV records of {@code name}, such as {@code _sip._udp.example.com}, in any order. */
    List<Srv> srv(String name);
}
