package presentry.schemas;

/** What an element can hold: elements and text. Comments and processing instructions are not kept. */
public sealed interface XmlNode permits XmlElement, XmlText {}
