package presentry.schemas;

import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;

/** What {@link SafeXml#reader} throws where XML would allow to go on. The sender of the document is at fault. */
public final class RefusedXmlException extends XMLStreamException {

    private static final long serialVersionUID = 1L;

    private final XmlResult.Reason reason;
    private final String problem;

    RefusedXmlException(XmlResult.Reason reason, String problem, Location location) {
        super(problem, location);
        this.reason = reason;
        this.problem = problem;
    }

    public XmlResult.Reason reason() {
        return reason;
    }

    /** The message without the place, which {@link #getLocation} gives. */
    public String problem() {
        return problem;
    }
}
