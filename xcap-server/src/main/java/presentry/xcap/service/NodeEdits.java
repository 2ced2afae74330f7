package presentry.xcap.service;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import presentry.schemas.Decoded;
import presentry.schemas.MediaTypes;
import presentry.schemas.SafeXml;
import presentry.schemas.XmlLimits;
import presentry.xcap.address.NodeSelector;
import presentry.xcap.address.Terminal;
import presentry.xcap.document.AttributeText;
import presentry.xcap.document.ElementIndex;
import presentry.xcap.document.Fragment;
import presentry.xcap.document.NodeEditResult;
import presentry.xcap.document.NodeInserter;
import presentry.xcap.document.NodeRemover;
import presentry.xcap.document.NodeSelection;
import presentry.xcap.service.Conflict.Condition;
import presentry.xcap.service.XcapResult.Conflicted;
import presentry.xcap.service.XcapResult.Refused;
import presentry.xcap.store.StoredDocument;
import presentry.xcap.usage.Violation;

/**
 * What an edit of a node makes of the version that is there, without storing it (RFC 4825, sections 8.2.1 to 8.2.5 and 8.4).
 * Judged in this order: parent, media type, body, preconditions, place, and what the usage demands.
 */
final class NodeEdits {

    private final XmlLimits limits;

    NodeEdits(XmlLimits limits) {
        this.limits = limits;
    }

    /** All that such a computation can end in. */
    sealed interface Outcome {

        /** A text that may be stored, and what was done to get it as an XML patch. */
        record Edited(String text, Kind kind, String patch) implements Outcome {}

        /** The edit is not possible. */
        record Answer(XcapResult result) implements Outcome {}

        /** What the edit does to its node. */
        enum Kind {
            CREATED,
            REPLACED,
            REMOVED
        }
    }

    Outcome put(
            Target target,
            NodeSelector node,
            Preconditions preconditions,
            Entity entity,
            Optional<StoredDocument> current) {
        if (current.isEmpty()) {
            return conflict(Condition.NO_PARENT, "There is no such document.");
        }
        Optional<ElementIndex> index = ElementIndex.of(current.get().body().text(), limits);
        if (index.isEmpty()) {
            return conflict(Condition.CONSTRAINT_FAILURE, "The document is larger or deeper than is allowed.");
        }
        var inserter = new NodeInserter(target.usage().defaultNamespace(), limits);
        Optional<Integer> depth = inserter.depthWithoutParent(index.get(), node);
        if (depth.isPresent()) {
            return new Outcome.Answer(new Conflicted(noParent(target, node, depth.get())));
        }
        String mediaType = mediaType(node);
        if (!entity.hasMediaType(mediaType)) {
            return refusal(
                    Refusal.WRONG_MEDIA_TYPE,
                    "A body for this address has the media type " + mediaType + ", in UTF-8.");
        }
        return switch (SafeXml.decode(entity.octets())) {
            case Decoded.NotUtf8 other -> conflict(Condition.NOT_UTF_8, other.message());
            case Decoded.Text body ->
                read(inserter, index.get(), node, body.text())
                        .map(edit -> judge(target, preconditions, current.get(), edit))
                        .orElseGet(() -> notThisBody(node));
        };
    }

    /** The edit that the body asks for, not yet carried out; empty if the body is not of the kind that the node needs. */
    private Optional<Supplier<NodeEditResult>> read(
            NodeInserter inserter, ElementIndex index, NodeSelector node, String body) {
        return switch (node.terminal()) {
            case Terminal.Element element ->
                Fragment.read(body, inserter.bindingsOfParent(index, node), limits)
                        .map(fragment -> () -> inserter.putElement(index, node, fragment));
            case Terminal.Attribute attribute ->
                AttributeText.read(body).map(value -> () -> inserter.putAttribute(index, node, attribute, value));
            case Terminal.NamespaceBindings readOnly -> Optional.empty();
        };
    }

    private static Outcome notThisBody(NodeSelector node) {
        return node.terminal() instanceof Terminal.Attribute
                ? conflict(
                        Condition.NOT_XML_ATT_VALUE, "The body must be one attribute value, with `<` and `&` escaped.")
                : conflict(Condition.NOT_XML_FRAG, "The body must be exactly one well-formed element.");
    }

    Outcome delete(Target target, NodeSelector node, Preconditions preconditions, Optional<StoredDocument> current) {
        Optional<ElementIndex> index =
                current.flatMap(document -> ElementIndex.of(document.body().text(), limits));
        if (index.isEmpty()) {
            return refusal(Refusal.NOT_FOUND, "There is no such document.");
        }
        var selection = new NodeSelection(target.usage().defaultNamespace());
        if (selection.select(index.get(), node).isEmpty()) {
            return refusal(Refusal.NOT_FOUND, "There is no such node.");
        }
        var remover = new NodeRemover(target.usage().defaultNamespace(), limits);
        return judge(target, preconditions, current.get(), () -> remover.remove(index.get(), node));
    }

    /** Preconditions, then the edit, then what the usage demands of its result (sections 8.2.6, 8.2.3, 8.2.5). */
    private static Outcome judge(
            Target target, Preconditions preconditions, StoredDocument current, Supplier<NodeEditResult> edit) {
        Optional<XcapResult> mismatch = preconditions.refusal(Optional.of(current.etag()));
        if (mismatch.isPresent()) {
            return new Outcome.Answer(mismatch.get());
        }
        return switch (edit.get()) {
            case NodeEditResult.Inserted inserted ->
                check(target, new Outcome.Edited(inserted.text(), Outcome.Kind.CREATED, inserted.patch()));
            case NodeEditResult.Replaced replaced ->
                check(target, new Outcome.Edited(replaced.text(), Outcome.Kind.REPLACED, replaced.patch()));
            case NodeEditResult.Removed removed ->
                check(target, new Outcome.Edited(removed.text(), Outcome.Kind.REMOVED, removed.patch()));
            case NodeEditResult.Impossible impossible -> impossible(impossible);
        };
    }

    private static Outcome check(Target target, Outcome.Edited edited) {
        Optional<Violation> violation = target.usage().check(target.document(), edited.text());
        return violation
                .<Outcome>map(found -> new Outcome.Answer(new Conflicted(Conflict.of(found))))
                .orElse(edited);
    }

    private static Outcome impossible(NodeEditResult.Impossible impossible) {
        return switch (impossible.reason()) {
            case NO_SUCH_NODE -> refusal(Refusal.NOT_FOUND, impossible.phrase());
            case CANNOT_INSERT -> conflict(Condition.CANNOT_INSERT, impossible.phrase());
            case CANNOT_DELETE -> conflict(Condition.CANNOT_DELETE, impossible.phrase());
            case NO_ROOT_LEFT -> conflict(Condition.SCHEMA_VALIDATION_ERROR, impossible.phrase());
            case BEYOND_LIMITS -> conflict(Condition.CONSTRAINT_FAILURE, impossible.phrase());
        };
    }

    /** Section 11.1: the closest ancestor that exists, an element or the document itself. */
    private static Conflict noParent(Target target, NodeSelector node, int depth) {
        String steps = depth == 0 ? "" : "/~~/" + node.written(depth);
        String query = depth == 0 || node.query().isEmpty() ? "" : "?" + node.query();
        return new Conflict(
                Condition.NO_PARENT,
                "The element into which this was to be put is not there.",
                Optional.of(target.document().written() + steps + query),
                List.of());
    }

    private static String mediaType(NodeSelector node) {
        return node.terminal() instanceof Terminal.Attribute
                ? MediaTypes.XCAP_ATTRIBUTE_XML
                : MediaTypes.XCAP_ELEMENT_XML;
    }

    private static Outcome refusal(Refusal refusal, String why) {
        return new Outcome.Answer(new Refused(refusal, why));
    }

    private static Outcome conflict(Condition condition, String phrase) {
        return new Outcome.Answer(new Conflicted(Conflict.of(condition, phrase)));
    }
}
