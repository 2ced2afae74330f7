package presentry.xcap.http;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
import presentry.schemas.MediaTypes;
import presentry.xcap.address.XcapUri;
import presentry.xcap.document.DocumentETag;
import presentry.xcap.service.XcapResult;

/** Turns what a request ended in into a response (RFC 4825, section 8). */
final class XcapAnswers {

    /** Section 9: a document changes when any of its nodes does, which no cache on the way can know. */
    private static final HttpField NO_CACHE = new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-cache");

    private static final HttpField READ_ONLY = new PreEncodedHttpField(HttpHeader.ALLOW, "GET, HEAD, OPTIONS");

    private static final HttpField RETRY_LATER = new PreEncodedHttpField(HttpHeader.RETRY_AFTER, "5");

    private XcapAnswers() {}

    /** @param uri what the requester addressed, and by which root: it stands in front of URIs in conflict reports */
    static HttpAnswer of(XcapResult result, XcapUri uri) {
        return switch (result) {
            case XcapResult.Found found ->
                HttpAnswer.document(
                        HttpStatus.OK_200, found.mediaType(), found.body().octets(), etag(found.etag()), NO_CACHE);
            case XcapResult.NotModified known ->
                HttpAnswer.empty(HttpStatus.NOT_MODIFIED_304, etag(known.etag()), NO_CACHE);
            case XcapResult.Created created -> HttpAnswer.empty(HttpStatus.CREATED_201, etag(created.etag()));
            case XcapResult.Replaced replaced -> HttpAnswer.empty(HttpStatus.OK_200, etag(replaced.etag()));
            case XcapResult.Deleted deleted -> deleted(deleted.etag());
            case XcapResult.Refused refused -> refused(refused);
            case XcapResult.Conflicted conflicted ->
                HttpAnswer.document(
                        HttpStatus.CONFLICT_409,
                        MediaTypes.XCAP_ERROR_XML,
                        StandardCharsets.UTF_8.encode(
                                ConflictReportWriter.write(conflicted.conflict(), uri.rootUri())));
        };
    }

    /** Section 8.4: the tag of the document, if it still exists. */
    private static HttpAnswer deleted(Optional<DocumentETag> etag) {
        return etag.map(tag -> HttpAnswer.empty(HttpStatus.OK_200, etag(tag)))
                .orElseGet(() -> HttpAnswer.empty(HttpStatus.OK_200));
    }

    private static HttpAnswer refused(XcapResult.Refused refused) {
        int status = FailureMapper.status(refused.refusal());
        return switch (refused.refusal()) {
            case READ_ONLY -> HttpAnswer.sentence(status, refused.why(), READ_ONLY);
            case STORE_DOWN, BUSY -> HttpAnswer.sentence(status, refused.why(), RETRY_LATER);
            case NOT_YOURS, NOT_FOUND, UNDEFINED_PREFIX, SELECTOR_TOO_LONG, ETAG_MISMATCH, WRONG_MEDIA_TYPE ->
                HttpAnswer.sentence(status, refused.why());
        };
    }

    private static HttpField etag(DocumentETag etag) {
        return new HttpField(HttpHeader.ETAG, etag.quoted());
    }
}
