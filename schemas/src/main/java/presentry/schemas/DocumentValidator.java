package presentry.schemas;

import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.validation.ValidatorHandler;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Validates one document after the other; for one thread at a time. Stops at the first problem. */
final class DocumentValidator {

    /** The validator names the clause of XML Schema that is broken, which helps nobody who wrote a document. */
    private static final Pattern CLAUSE = Pattern.compile("^[a-z]+-[A-Za-z0-9.-]+: ");

    private final CompiledGrammar compiled;
    private final ValidatorHandler validator;

    DocumentValidator(CompiledGrammar compiled) {
        this.compiled = compiled;
        validator = compiled.newValidator();
        validator.setErrorHandler(new FirstError());
        validator.setContentHandler(new DefinedNames(compiled.knownNamespaces(), validator.getTypeInfoProvider()));
    }

    Optional<SchemaProblem> validate(String text, XmlLimits limits) {
        try {
            XMLStreamReader reader = SafeXml.reader(text, limits);
            reader.nextTag();
            Optional<SchemaProblem> otherRoot = checkRoot(reader);
            if (otherRoot.isEmpty()) {
                new SaxReplay(reader, validator).run();
            }
            return otherRoot;
        } catch (XMLStreamException refused) {
            var refusal = SafeXml.refusal(refused);
            return Optional.of(new SchemaProblem(refusal.message(), refusal.line(), refusal.column()));
        } catch (UndefinedNameException undefined) {
            return Optional.of(new SchemaProblem(
                    SchemaProblem.Kind.UNDEFINED_NAME,
                    message(undefined),
                    undefined.getLineNumber(),
                    undefined.getColumnNumber()));
        } catch (SAXParseException invalid) {
            return Optional.of(new SchemaProblem(message(invalid), invalid.getLineNumber(), invalid.getColumnNumber()));
        } catch (SAXException invalid) {
            return Optional.of(new SchemaProblem(message(invalid), 0, 0));
        }
    }

    /** Schemas let every element that they define globally be the root; a grammar has one. */
    private Optional<SchemaProblem> checkRoot(XMLStreamReader reader) {
        Grammar grammar = compiled.grammar();
        String namespace = reader.getNamespaceURI();
        if (reader.getLocalName().equals(grammar.rootName()) && namespace.equals(grammar.rootNamespace())) {
            return Optional.empty();
        }
        var place = reader.getLocation();
        String message = "the root element must be `" + grammar.rootName() + "` in the namespace "
                + grammar.rootNamespace() + ", not `" + reader.getLocalName() + "` in "
                + (namespace.isEmpty() ? "none" : namespace);
        return Optional.of(new SchemaProblem(message, place.getLineNumber(), place.getColumnNumber()));
    }

    private static String message(SAXException invalid) {
        String message = invalid.getMessage();
        return message == null
                ? "the document does not follow its schema"
                : CLAUSE.matcher(message).replaceFirst("");
    }

    /** Makes the first error the last. */
    private static final class FirstError implements ErrorHandler {
        @Override
        public void warning(SAXParseException warning) {
            // A warning leaves the document valid.
        }

        @Override
        public void error(SAXParseException error) throws SAXException {
            throw error;
        }

        @Override
        public void fatalError(SAXParseException error) throws SAXException {
            throw error;
        }
    }
}
