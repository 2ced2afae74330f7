package presentry.xcap.http;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import presentry.xcap.document.DocumentETag;
import presentry.xcap.store.Change;
import presentry.xcap.store.ChangeFeed;
import presentry.xcap.store.ChangeFeed.Positioned;
import presentry.xcap.store.Lineage;
import tools.jackson.databind.json.JsonMapper;

/** The change log, for services that follow the documents. */
@Path("/api/changes")
public final class ChangesResource {

    private static final Logger LOG = LoggerFactory.getLogger(ChangesResource.class);
    private static final int MOST_AT_ONCE = 1000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ChangeFeed feed;
    private final Lineage lineage;
    private final ChangeSignal signal;

    /**
     * The log of a running server.
     *
     * @param lineage tells the cursors of this folder from those of another one
     * @param signal wakes the streams after a commit
     */
    public ChangesResource(ChangeFeed feed, Lineage lineage, ChangeSignal signal) {
        this.feed = feed;
        this.lineage = lineage;
        this.signal = signal;
    }

    /**
     * The changes after a cursor, oldest first, and the cursor behind them.
     *
     * @param after the cursor of an earlier answer; empty for all that the log still has
     * @param max 1 to 1000
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response changes(
            @QueryParam("after") @DefaultValue("") String after, @QueryParam("max") @DefaultValue("100") int max) {
        return from(after, position -> {
            List<Positioned> changes = feed.readAll(position, Math.clamp(max, 1, MOST_AT_ONCE));
            long last = changes.isEmpty() ? position : changes.getLast().position();
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("changes", changes.stream().map(this::json).toList());
            answer.put("next", cursor(last));
            return Response.ok(JSON.writeValueAsString(answer)).build();
        });
    }

    /**
     * The changes after a cursor as server-sent events, and from then on each as it is committed.
     *
     * @param after the cursor of an earlier answer; empty for what is committed from now on
     * @param lastEventId the same, from a client that connects again
     */
    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Response stream(
            @QueryParam("after") @DefaultValue("") String after,
            @HeaderParam("Last-Event-ID") @DefaultValue("") String lastEventId) {
        String cursor = lastEventId.isEmpty() ? after : lastEventId;
        return from(cursor, position -> {
            long start = cursor.isEmpty() ? feed.last() : position;
            StreamingOutput events = output -> follow(start, output);
            return Response.ok(events).header("Cache-Control", "no-store").build();
        });
    }

    /**
     * A cursor that is none is 400. One is 410, and the reader starts from the beginning, if the log has forgotten what follows
     * it, or if it was given for changes that this data folder does not have: then a backup was put back.
     */
    private Response from(String cursor, LongFunction<Response> answer) {
        if (cursor.isEmpty()) {
            return answer.apply(feed.forgotten());
        }
        Optional<ChangeCursor> read = ChangeCursor.read(cursor);
        if (read.isEmpty()) {
            return refused(Response.Status.BAD_REQUEST, "This is no cursor of this server.");
        }
        ChangeCursor known = read.get();
        if (!lineage.has(known.start(), known.position())) {
            return refused(
                    Response.Status.GONE,
                    "The data of this server were put back to an earlier state, or the cursor is from an older version:"
                            + " read the documents and start anew.");
        }
        if (known.position() < feed.forgotten()) {
            return refused(
                    Response.Status.GONE, "The log no longer reaches back so far: read the documents and start anew.");
        }
        return answer.apply(known.position());
    }

    private static Response refused(Response.Status status, String sentence) {
        return Response.status(status)
                .entity(sentence + "\n")
                .type(MediaType.TEXT_PLAIN)
                .build();
    }

    private String cursor(long position) {
        return new ChangeCursor(lineage.current(), position).write();
    }

    /** Ends when the client goes, which shows at the next write, or when the server stops. */
    private void follow(long start, OutputStream output) {
        try {
            tell(start, output);
        } catch (IOException clientIsGone) {
            LOG.debug("a reader of the change log is gone: {}", clientIsGone.getMessage());
        }
    }

    private void tell(long start, OutputStream output) throws IOException {
        long position = start;
        while (!signal.isClosed()) {
            long seen = signal.count();
            List<Positioned> changes = feed.readAll(position, MOST_AT_ONCE);
            for (Positioned change : changes) {
                position = change.position();
                write(output, "id: " + cursor(position) + "\ndata: " + JSON.writeValueAsString(json(change)) + "\n\n");
            }
            if (changes.isEmpty()) {
                write(output, ": \n\n");
                signal.await(seen);
            }
        }
    }

    private static void write(OutputStream output, String event) throws IOException {
        output.write(event.getBytes(StandardCharsets.UTF_8));
        output.flush();
    }

    private Map<String, Object> json(Positioned positioned) {
        Change change = positioned.change();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("cursor", cursor(positioned.position()));
        json.put("document", change.document().toString());
        json.put("shard", change.revision().shard());
        json.put("seq", change.revision().seq());
        put(json, "oldTag", change.oldTag().map(DocumentETag::value));
        put(json, "newTag", change.newTag().map(DocumentETag::value));
        change.node().ifPresent(node -> {
            json.put("node", node.selector());
            json.put("patch", node.patch());
        });
        json.put("at", change.at().toString());
        return json;
    }

    private static void put(Map<String, Object> json, String name, Optional<String> value) {
        value.ifPresent(text -> json.put(name, text));
    }
}
