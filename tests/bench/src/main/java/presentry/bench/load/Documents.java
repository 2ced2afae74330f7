package presentry.bench.load;

/** The documents that the load program stores and publishes; ASCII, so that characters are octets. */
final class Documents {
    private Documents() {}

    /** Rules by which a whole domain is treated alike and another one, {@code example.net}, is always allowed. */
    static String rules(String handlingOfExampleCom) {
        return """
                <ruleset xmlns="urn:ietf:params:xml:ns:common-policy" xmlns:pr="urn:ietf:params:xml:ns:pres-rules">
                """ + rule("com", "example.com", handlingOfExampleCom) + rule("net", "example.net", "allow")
                + "</ruleset>\n";
    }

    /** Rules of about 1.7 KB, the size that the figures of HTTP are given for. */
    static String longRules(int edition) {
        StringBuilder rules = new StringBuilder("""
            <ruleset xmlns="urn:ietf:params:xml:ns:common-policy" xmlns:pr="urn:ietf:params:xml:ns:pres-rules">
            """);
        for (int number = 0; number < 8; number++) {
            rules.append("""
                <rule id="r%d">
                  <conditions><identity><one id="sip:friend%d-%08d@example.com"/></identity></conditions>
                  <actions><pr:sub-handling>allow</pr:sub-handling></actions>
                  <transformations/>
                </rule>
                """.formatted(number, number, edition));
        }
        return rules.append("</ruleset>\n").toString();
    }

    /** A presence document with a tuple and a person, of about 500 octets. */
    static String presence(String user, int edition) {
        return """
            <presence xmlns="urn:ietf:params:xml:ns:pidf" xmlns:dm="urn:ietf:params:xml:ns:pidf:data-model" \
            xmlns:rpid="urn:ietf:params:xml:ns:pidf:rpid" entity="sip:%s">
              <tuple id="phone"><status><basic>open</basic></status><contact>sip:%s</contact></tuple>
              <dm:person id="me"><rpid:activities><rpid:on-the-phone/></rpid:activities>\
            <dm:note>edition %d</dm:note></dm:person>
            </presence>
            """.formatted(user, user, edition);
    }

    private static String rule(String id, String domain, String handling) {
        return """
            <rule id="%s">
              <conditions><identity><many domain="%s"/></identity></conditions>
              <actions><pr:sub-handling>%s</pr:sub-handling></actions>
              <transformations>
                <pr:provide-devices><pr:all-devices/></pr:provide-devices>
                <pr:provide-persons><pr:all-persons/></pr:provide-persons>
                <pr:provide-services><pr:all-services/></pr:provide-services>
                <pr:provide-all-attributes/>
              </transformations>
            </rule>
            """.formatted(id, domain, handling);
    }
}
