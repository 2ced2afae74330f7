package presentry.agent.event.presence;

import java.util.List;
import java.util.stream.IntStream;
import presentry.schemas.SafeXml;
import presentry.schemas.XmlElement;
import presentry.schemas.XmlLimits;
import presentry.schemas.XmlResult;

/** Presence documents as clients in the field publish them. */
final class Documents {
    /** What every baresip publishes: the person stands before the tuple, and the ids are the same on all devices. */
    static final String BARESIP = baresip("open", "<rpid:away/>");

    /** Linphone: an unknown element in status, a tuple id that begins with a digit, a note, no timestamp. */
    static final String LINPHONE = """
        <?xml version="1.0" encoding="UTF-8" standalone="no" ?>
        <presence entity="sip:alice@example.com"
            xmlns="urn:ietf:params:xml:ns:pidf"
            xmlns:pidfonline="http://www.linphone.org/xsds/pidfonline.xsd">
          <tuple id="8rl2nf">
            <status>
              <basic>open</basic>
              <pidfonline:online/>
            </status>
            <contact priority="0.8">sip:alice@192.0.2.7</contact>
          </tuple>
          <note xml:lang="en">At my desk</note>
        </presence>
        """;

    /** All elements of PIDF have a prefix, and the default namespace is another one (RFC 3863, section 4.2.2). */
    static final String PREFIXED = """
        <impp:presence xmlns:impp="urn:ietf:params:xml:ns:pidf" xmlns="urn:example:extra" \
        entity="pres:alice@example.com"><impp:tuple id="t4109"><impp:status>\
        <impp:basic>closed</impp:basic></impp:status><mood>calm</mood></impp:tuple></impp:presence>
        """;

    private Documents() {}

    static String baresip(String basic, String activity) {
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <presence xmlns="urn:ietf:params:xml:ns:pidf"
                xmlns:dm="urn:ietf:params:xml:ns:pidf:data-model"
                xmlns:rpid="urn:ietf:params:xml:ns:pidf:rpid"
                entity="sip:alice@example.com">
              <dm:person id="p4159"><rpid:activities>%s</rpid:activities></dm:person>
              <tuple id="t4109">
                <status>
                  <basic>%s</basic>
                </status>
                <contact>sip:alice@example.com</contact>
              </tuple>
            </presence>
            """.formatted(activity, basic);
    }

    /** A document with this inside of the root, where {@code dm} is the data model. */
    static String with(String content) {
        return "<presence xmlns=\"urn:ietf:params:xml:ns:pidf\" xmlns:dm=\"urn:ietf:params:xml:ns:pidf:data-model\""
                + " entity=\"sip:alice@example.com\">" + content + "</presence>";
    }

    /** These documents, published in this order, a second apart. */
    static List<PublishedDocument> published(List<XmlElement> documents) {
        return IntStream.range(0, documents.size())
                .mapToObj(number -> new PublishedDocument(documents.get(number), "mark" + (number + 1)))
                .toList();
    }

    static XmlElement parse(String document) {
        return ((XmlResult.Parsed) SafeXml.parse(document, XmlLimits.DEFAULT)).root();
    }
}
