package presentry.sip.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 3261, section 19.1.1, table 1, column Req.-URI; section 12.2.1.1. */
class RequestUriTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "sip:bob@192.0.2.7:5070 sip:bob@192.0.2.7:5070",
                "sip:bob@192.0.2.7?subject=x&Route=%3Csip:evil%3E sip:bob@192.0.2.7",
                "sip:bob@192.0.2.7;method=INVITE sip:bob@192.0.2.7",
                "sip:bob@192.0.2.7;METHOD=INVITE;transport=tcp sip:bob@192.0.2.7;transport=tcp",
                "sip:bob@192.0.2.7;a=1;method=A;b;method=B?c=d sip:bob@192.0.2.7;a=1;b",
                "sip:b?ob;method=x@192.0.2.7;ob sip:b?ob;method=x@192.0.2.7;ob",
                "sip:192.0.2.7;methods=x;lr sip:192.0.2.7;methods=x;lr",
                "sip:p1.example.com;x=%41 sip:p1.example.com;x=%41",
            })
    void methodAndHeadersGoAndAllElseKeepsItsOctets(String uri, String requestUri) {
        assertThat(RequestUri.of(uri)).isEqualTo(requestUri);
    }
}
