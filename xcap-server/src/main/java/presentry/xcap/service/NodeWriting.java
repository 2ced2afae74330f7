package presentry.xcap.service;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import presentry.schemas.XmlLimits;
import presentry.xcap.address.NodeSelector;
import presentry.xcap.document.DocumentBody;
import presentry.xcap.document.DocumentETag;
import presentry.xcap.document.DocumentETags;
import presentry.xcap.service.NodeEdits.Outcome;
import presentry.xcap.service.XcapResult.Created;
import presentry.xcap.service.XcapResult.Deleted;
import presentry.xcap.service.XcapResult.Replaced;
import presentry.xcap.store.DocumentStore;
import presentry.xcap.store.Edit.Verdict;
import presentry.xcap.store.Edit.Version;
import presentry.xcap.store.NodeEdit;
import presentry.xcap.store.Site;
import presentry.xcap.store.StoredDocument;
import presentry.xcap.usage.Claim;

/**
 * PUT and DELETE of elements and attributes. The edit is computed outside of the writer on the version that is there, and
 * committed only if that version is still there; somebody who is overtaken time and again computes inside of the writer, so
 * that no edit is ever lost and none waits for ever.
 */
final class NodeWriting {

    private static final Outcome BUSY = new Outcome.Answer(FairTurns.TURNED_AWAY);
    private static final int TRIES_OUTSIDE_OF_THE_WRITER = 3;

    private final DocumentStore store;
    private final Commits commits;
    private final FairTurns turns;
    private final DocumentETags etags;
    private final RoomForRules room;
    private final NodeEdits edits;

    NodeWriting(
            DocumentStore store,
            Commits commits,
            FairTurns turns,
            DocumentETags etags,
            RoomForRules room,
            XmlLimits limits) {
        this.room = room;
        this.store = store;
        this.commits = commits;
        this.turns = turns;
        this.etags = etags;
        this.edits = new NodeEdits(limits);
    }

    XcapResult put(Target target, NodeSelector node, Preconditions preconditions, Entity entity) {
        return write(target, node, current -> edits.put(target, node, preconditions, entity, current));
    }

    XcapResult delete(Target target, NodeSelector node, Preconditions preconditions) {
        return write(target, node, current -> edits.delete(target, node, preconditions, current));
    }

    private XcapResult write(Target target, NodeSelector node, Function<Optional<StoredDocument>, Outcome> edit) {
        for (int tries = 0; tries < TRIES_OUTSIDE_OF_THE_WRITER; tries++) {
            Optional<StoredDocument> base = store.read(target.document());
            switch (turns.run(target.account(), () -> edit.apply(base)).orElse(BUSY)) {
                case Outcome.Answer refusal -> {
                    return refusal.result();
                }
                case Outcome.Edited edited -> {
                    Optional<XcapResult> result = commit(target, node, edited, base);
                    if (result.isPresent()) {
                        return result.get();
                    }
                }
            }
        }
        return commitInside(target, node, edit);
    }

    /** Empty if another version is there by now. */
    private Optional<XcapResult> commit(
            Target target, NodeSelector node, Outcome.Edited edited, Optional<StoredDocument> base) {
        Optional<DocumentETag> expected = base.map(StoredDocument::etag);
        return commits.commit(
                target.document(),
                site -> site.current().map(StoredDocument::etag).equals(expected)
                        ? write(target, node, edited, site, Optional::of)
                        : new Verdict.Leave<>(Optional.empty()));
    }

    private XcapResult commitInside(
            Target target, NodeSelector node, Function<Optional<StoredDocument>, Outcome> edit) {
        return commits.<XcapResult>commit(target.document(), site -> switch (edit.apply(site.current())) {
            case Outcome.Answer refusal -> new Verdict.Leave<>(refusal.result());
            case Outcome.Edited edited -> write(target, node, edited, site, Function.identity());
        });
    }

    private <R> Verdict<R> write(
            Target target, NodeSelector node, Outcome.Edited edited, Site site, Function<XcapResult, R> answer) {
        List<Claim> claims = target.usage().claims(edited.text());
        DocumentBody body = DocumentBody.of(edited.text());
        Optional<XcapResult> refusal = room.refusal(target, body, site)
                .or(() -> Uniqueness.refusal(target.document().owner(), claims, site));
        if (refusal.isPresent()) {
            return new Verdict.Leave<>(answer.apply(refusal.get()));
        }
        DocumentETag etag = etags.next();
        var version = new Version(
                target.usage().mediaType(),
                body,
                etag,
                Optional.of(new NodeEdit(node.written(), edited.patch())),
                Uniqueness.values(claims));
        return new Verdict.Write<>(version, answer.apply(result(edited.kind(), etag)));
    }

    private static XcapResult result(Outcome.Kind kind, DocumentETag etag) {
        return switch (kind) {
            case CREATED -> new Created(etag);
            case REPLACED -> new Replaced(etag);
            case REMOVED -> new Deleted(Optional.of(etag));
        };
    }
}
