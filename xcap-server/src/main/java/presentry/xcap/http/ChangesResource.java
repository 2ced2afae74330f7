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
import java.util.OptionalLong;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import presentry.xcap.document.DocumentETag;
import presentry.xcap.store.Change;
import presentry.xcap.store.ChangeFeed;
import presentry.xcap.store.ChangeFeed.Positioned;
import tools.jackson.databind.json.JsonMapper;

/** The change log, for services that follow the documents. */
@Path("/api/changes")
public final class ChangesResource {

    private static final Logger LOG = LoggerFactory.getLogger(ChangesResource.class);
    private static final int MOST_AT_ONCE = 1000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ChangeFeed feed;
    private final ChangeSignal signal;

    /** @param signal wakes the streams after a commit */
    public ChangesResource(ChangeFeed feed, ChangeSignal signal) {
        this.feed = feed;
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
            answer.put("changes", changes.stream().map(ChangesResource::json).toList());
            answer.put("next", ChangeCursor.write(last));
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

    /** A cursor that is none is 400; one whose successors the log has forgotten is 410, and the reader starts anew. */
    private Response from(String cursor, LongFunction<Response> answer) {
        OptionalLong position = cursor.isEmpty() ? OptionalLong.of(feed.forgotten()) : ChangeCursor.read(cursor);
        if (position.isEmpty()) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity("This is no cursor of this server.\n")
                    .type(MediaType.TEXT_PLAIN)
                    .build();
        }
        if (position.getAsLong() < feed.forgotten()) {
            return Response.status(Response.Status.GONE)
                    .entity("The log no longer reaches back so far: read the documents and start anew.\n")
                    .type(MediaType.TEXT_PLAIN)
                    .build();
        }
        return answer.apply(position.getAsLong());
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
                write(
                        output,
                        "id: " + ChangeCursor.write(position) + "\ndata: " + JSON.writeValueAsString(json(change))
                                + "\n\n");
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

    private static Map<String, Object> json(Positioned positioned) {
        Change change = positioned.change();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("cursor", ChangeCursor.write(positioned.position()));
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
