package presentry.xcap.service;

import java.util.List;
import java.util.Optional;
import presentry.xcap.document.DocumentBody;
import presentry.xcap.document.DocumentETag;
import presentry.xcap.document.DocumentETags;
import presentry.xcap.service.Conflict.Condition;
import presentry.xcap.service.XcapResult.Conflicted;
import presentry.xcap.service.XcapResult.Created;
import presentry.xcap.service.XcapResult.Deleted;
import presentry.xcap.service.XcapResult.Refused;
import presentry.xcap.service.XcapResult.Replaced;
import presentry.xcap.store.DocumentStore;
import presentry.xcap.store.Edit.Verdict;
import presentry.xcap.store.Edit.Version;
import presentry.xcap.store.Site;
import presentry.xcap.store.StoredDocument;
import presentry.xcap.usage.Claim;
import presentry.xcap.usage.Violation;

/** PUT and DELETE of whole documents (RFC 4825, sections 8.2 and 8.4). */
final class DocumentWriting {

    private static final Checked BUSY = new Checked.Answer(FairTurns.TURNED_AWAY);

    private final DocumentStore store;
    private final Commits commits;
    private final FairTurns turns;
    private final DocumentETags etags;
    private final RoomForRules room;
    private final XcapLimits limits;

    DocumentWriting(
            DocumentStore store,
            Commits commits,
            FairTurns turns,
            DocumentETags etags,
            RoomForRules room,
            XcapLimits limits) {
        this.room = room;
        this.store = store;
        this.commits = commits;
        this.turns = turns;
        this.etags = etags;
        this.limits = limits;
    }

    /** What looking at a body ends in. */
    private sealed interface Checked {
        /** @param claims values of the document that only one document on the server may have */
        record Acceptable(Version version, List<Claim> claims) implements Checked {}

        record Answer(XcapResult result) implements Checked {}
    }

    /** Section 8.2.2: media type, then body; then the preconditions, then what the usage demands (section 8.2.5). */
    XcapResult put(Target target, Preconditions preconditions, Entity entity) {
        if (!entity.hasMediaType(target.usage().mediaType())) {
            return new Refused(
                    Refusal.WRONG_MEDIA_TYPE,
                    "A document of this usage has the media type "
                            + target.usage().mediaType() + ", in UTF-8.");
        }
        return switch (turns.run(target.account(), () -> check(target, preconditions, entity))
                .orElse(BUSY)) {
            case Checked.Answer answer -> answer.result();
            case Checked.Acceptable acceptable -> commit(target, preconditions, acceptable);
        };
    }

    private Checked check(Target target, Preconditions preconditions, Entity entity) {
        return switch (DocumentText.read(entity.octets(), limits.xml())) {
            case DocumentText.Unusable unusable -> new Checked.Answer(new Conflicted(unusable.conflict()));
            case DocumentText.WellFormed document -> check(target, preconditions, entity, document.text());
        };
    }

    private Checked check(Target target, Preconditions preconditions, Entity entity, String text) {
        if (!preconditions.equals(Preconditions.NONE)) {
            Optional<XcapResult> mismatch =
                    preconditions.refusal(store.read(target.document()).map(StoredDocument::etag));
            if (mismatch.isPresent()) {
                return new Checked.Answer(mismatch.get());
            }
        }
        Optional<Violation> violation = target.usage().check(target.document(), text);
        if (violation.isPresent()) {
            return new Checked.Answer(new Conflicted(Conflict.of(violation.get())));
        }
        List<Claim> claims = target.usage().claims(text);
        return new Checked.Acceptable(
                new Version(
                        target.usage().mediaType(),
                        DocumentBody.of(entity.octets()),
                        etags.next(),
                        Optional.empty(),
                        Uniqueness.values(claims)),
                claims);
    }

    private XcapResult commit(Target target, Preconditions preconditions, Checked.Acceptable checked) {
        DocumentETag etag = checked.version().etag();
        return commits.<XcapResult>commit(
                target.document(),
                site -> refusal(target, checked, site, preconditions)
                        .<Verdict<XcapResult>>map(Verdict.Leave::new)
                        .orElseGet(() -> new Verdict.Write<>(
                                checked.version(),
                                site.current().isPresent() ? new Replaced(etag) : new Created(etag))));
    }

    /** Section 8.4. */
    XcapResult delete(Target target, Preconditions preconditions) {
        return commits.<XcapResult>commit(
                target.document(),
                site -> site.current().isEmpty()
                        ? new Verdict.Leave<>(new Refused(Refusal.NOT_FOUND, "There is no such document."))
                        : preconditions
                                .refusal(site.current().map(StoredDocument::etag))
                                .<Verdict<XcapResult>>map(Verdict.Leave::new)
                                .orElseGet(() -> new Verdict.Remove<>(new Deleted(Optional.empty()))));
    }

    private Optional<XcapResult> refusal(
            Target target, Checked.Acceptable checked, Site site, Preconditions preconditions) {
        return preconditions
                .refusal(site.current().map(StoredDocument::etag))
                .or(() -> noRoom(target, site))
                .or(() -> room.refusal(target, checked.version().body(), site))
                .or(() -> Uniqueness.refusal(target.document().owner(), checked.claims(), site));
    }

    /** Directories come and go with their documents; but one name cannot be both (section 6.2). */
    private Optional<XcapResult> noRoom(Target target, Site site) {
        if (site.current().isPresent()) {
            return Optional.empty();
        }
        Optional<String> obstacle = site.obstacle();
        if (obstacle.isPresent()) {
            return Optional.of(new Conflicted(Conflict.of(
                    Condition.NO_PARENT,
                    "There is a document `" + obstacle.get()
                            + "`, and no name can be document and directory at once.")));
        }
        if (site.documentsOf(target.document().owner()) >= limits.documentsPerUser()) {
            return Optional.of(new Conflicted(Conflict.of(
                    Condition.CONSTRAINT_FAILURE,
                    "There are " + limits.documentsPerUser() + " documents already, which is all that is allowed.")));
        }
        return Optional.empty();
    }
}
