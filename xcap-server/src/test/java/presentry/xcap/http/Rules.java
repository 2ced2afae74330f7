package presentry.xcap.http;

/** Rule documents for tests. */
final class Rules {

    /** Allows bob. */
    static final String ALLOW_BOB = """
        <?xml version="1.0" encoding="UTF-8"?>
        <ruleset xmlns="urn:ietf:params:xml:ns:common-policy" xmlns:pr="urn:ietf:params:xml:ns:pres-rules">
          <rule id="a">
            <conditions><identity><one id="sip:bob@example.com"/></identity></conditions>
            <actions><pr:sub-handling>allow</pr:sub-handling></actions>
            <transformations/>
          </rule>
        </ruleset>
        """;

    /** The presence rules in the dialect that SER documented. */
    static final String LEGACY = """
        <?xml version="1.0" encoding="UTF-8" standalone="no" ?>
        <ruleset xmlns="urn:ietf:params:xml:ns:common-policy"
        \t\txmlns:pr="urn:ietf:params:xml:ns:pres-rules">
        \t<rule id="blacklist">
        \t\t<conditions><identity><id>sip:smith@test-domain.com</id></identity></conditions>
        \t\t<actions><pr:sub-handling>block</pr:sub-handling></actions>
        \t\t<transformations/>
        \t</rule>
        </ruleset>
        """;

    private Rules() {}
}
