package presentry.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import presentry.policy.model.Attribute;
import presentry.policy.model.OccurrenceSet;
import presentry.policy.model.Permissions;
import presentry.policy.model.UserInput;
import presentry.policy.transform.PresenceFilter;
import presentry.schemas.SafeXml;
import presentry.schemas.XmlElement;
import presentry.schemas.XmlLimits;
import presentry.schemas.XmlResult;
import presentry.schemas.XmlWriter;

/** What of a presence document of 1.5 KB a friend may see. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FilterBench {
    private static final String PRESENCE = """
        <?xml version="1.0" encoding="UTF-8"?>
        <presence xmlns="urn:ietf:params:xml:ns:pidf" xmlns:dm="urn:ietf:params:xml:ns:pidf:data-model"
            xmlns:rpid="urn:ietf:params:xml:ns:pidf:rpid" xmlns:c="urn:ietf:params:xml:ns:pidf:cipid"
            entity="sip:alice@example.com">
          <tuple id="desk">
            <status><basic>open</basic></status>
            <rpid:class>work</rpid:class>
            <rpid:relationship><rpid:self/></rpid:relationship>
            <rpid:service-class><rpid:electronic/></rpid:service-class>
            <rpid:user-input idle-threshold="600" last-input="2026-11-21T11:50:00Z">idle</rpid:user-input>
            <contact priority="0.8">sip:alice@desk.example.com</contact>
            <note xml:lang="en">At my desk</note>
            <timestamp>2026-11-21T12:00:00Z</timestamp>
          </tuple>
          <tuple id="mobile">
            <status><basic>closed</basic></status>
            <rpid:class>private</rpid:class>
            <contact priority="0.3">tel:+12125551234</contact>
          </tuple>
          <dm:person id="alice">
            <rpid:activities><rpid:meeting/></rpid:activities>
            <rpid:mood><rpid:happy/></rpid:mood>
            <rpid:place-type><rpid:office/></rpid:place-type>
            <rpid:sphere><rpid:work/></rpid:sphere>
            <rpid:time-offset>60</rpid:time-offset>
            <c:homepage>http://example.com/~alice</c:homepage>
            <dm:note>Back at two</dm:note>
            <dm:timestamp>2026-11-21T12:00:00Z</dm:timestamp>
          </dm:person>
          <dm:device id="pc">
            <rpid:user-input>active</rpid:user-input>
            <dm:deviceID>urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6</dm:deviceID>
          </dm:device>
        </presence>
        """;

    private final Permissions friend = Permissions.builder()
            .services(OccurrenceSet.ALL)
            .persons(OccurrenceSet.ALL)
            .attribute(Attribute.ACTIVITIES)
            .attribute(Attribute.MOOD)
            .attribute(Attribute.NOTE)
            .userInput(UserInput.BARE)
            .build();
    private final XmlElement parsed = parse();

    private static XmlElement parse() {
        return switch (SafeXml.parse(PRESENCE, XmlLimits.DEFAULT)) {
            case XmlResult.Parsed read -> read.root();
            case XmlResult.Refused refused -> throw new IllegalStateException(refused.message());
        };
    }

    /** From the tree a server has at hand. */
    @Benchmark
    public XmlElement filter() {
        return PresenceFilter.filter(parsed, friend);
    }

    /** The same, and written as the text of a NOTIFY. */
    @Benchmark
    public String filterAndWrite() {
        return XmlWriter.write(PresenceFilter.filter(parsed, friend));
    }

    /** From text to text. */
    @Benchmark
    public String parseFilterAndWrite() {
        return XmlWriter.write(PresenceFilter.filter(parse(), friend));
    }
}
