package presentry.launch.importing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginTest {

    @ParameterizedTest
    @CsvSource({
        "KAMAILIO, 2, /xcap-root/pres-rules/users/sip:alice@example.com/index, pres-rules, index",
        "KAMAILIO, 2, /org.openmobilealliance.pres-rules/users/sip:alice@example.com/pres-rules,"
                + " org.openmobilealliance.pres-rules, pres-rules",
        "KAMAILIO, 4, resource-lists/users/alice@example.com/lists/friends.xml, resource-lists, lists/friends.xml",
        "KAMAILIO, 16, index, pidf-manipulation, index",
        "KAMAILIO, 32, xcap-caps/users/sip:alice@example.com/index, xcap-caps, index",
        "OPENSIPS, 4, index, resource-lists, index",
        "OPENSIPS, 32, pres-rules, org.openmobilealliance.pres-rules, pres-rules",
        "OPENXCAP, 2, index.xml, pres-rules, index",
        "OPENXCAP, 32, index.xml, org.openmobilealliance.pres-rules, index",
        "OPENXCAP, 4, index.xml, resource-lists, index.xml",
        "OPENXCAP, 8, index, rls-services, index"
    })
    void eachServerHasItsOwnNumbersAndNames(Origin origin, int docType, String docUri, String auid, String path) {
        assertThat(origin.place(row(docType, docUri))).contains(new Origin.Place(auid, path));
    }

    @Test
    void anUnknownNumberHasNoPlace() {
        assertThat(Origin.OPENSIPS.place(row(3, "index"))).isEmpty();
    }

    private static SourceRow row(int docType, String docUri) {
        return new SourceRow("alice", "example.com", docType, docUri, new byte[0]);
    }
}
