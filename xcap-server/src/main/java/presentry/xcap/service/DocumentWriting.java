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

    private final DocumentStore store;
    private final Commits commits;
    private final DocumentETags etags;
    private final XcapLimits limits;

    DocumentWriting(DocumentStore store, Commits commits, DocumentETags etags, XcapLimits limits) {
        this.store = store;
        this.commits = commits;
        this.etags = etags;
        this.limits = limits;
    }

    /** Section 8.2.2: media type, then body; then the preconditions, then what the usage demands (section 8.2.5). */
    XcapResult put(Target target, Preconditions preconditions, Entity entity) {
        if (!entity.hasMediaType(target.usage().mediaType())) {
            return new Refused(
                    Refusal.WRONG_MEDIA_TYPE,
                    "A document of this usage has the media type "
                            + target.usage().mediaType() + ", in UTF-8.");
        }
        return switch (DocumentText.read(entity.octets(), limits.xml())) {
            case DocumentText.Unusable unusable -> new Conflicted(unusable.conflict());
            case DocumentText.WellFormed document -> put(target, preconditions, entity, document.text());
        };
    }

    private XcapResult put(Target target, Preconditions preconditions, Entity entity, String text) {
        if (!preconditions.equals(Preconditions.NONE)) {
            Optional<XcapResult> mismatch =
                    preconditions.refusal(store.read(target.document()).map(StoredDocument::etag));
            if (mismatch.isPresent()) {
                return mismatch.get();
            }
        }
        Optional<Violation> violation = target.usage().check(target.document(), text);
        if (violation.isPresent()) {
            return new Conflicted(Conflict.of(violation.get()));
        }
        List<Claim> claims = target.usage().claims(text);
        DocumentETag etag = etags.next();
        var version = new Version(
                target.usage().mediaType(),
                DocumentBody.of(entity.octets()),
                etag,
                Optional.empty(),
                Uniqueness.values(claims));
        return commits.<XcapResult>commit(
                target.document(),
                site -> refusal(target, claims, site, preconditions)
                        .<Verdict<XcapResult>>map(Verdict.Leave::new)
                        .orElseGet(() -> new Verdict.Write<>(
                                version, site.current().isPresent() ? new Replaced(etag) : new Created(etag))));
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

    private Optional<XcapResult> refusal(Target target, List<Claim> claims, Site site, Preconditions preconditions) {
        return preconditions
                .refusal(site.current().map(StoredDocument::etag))
                .or(() -> noRoom(target, site))
                .or(() -> Uniqueness.refusal(target.document().owner(), claims, site));
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
