package presentry.xcap.http;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import presentry.uri.Aor;
import presentry.xcap.address.Address;
import presentry.xcap.address.DocumentSelector;
import presentry.xcap.address.Owner;
import presentry.xcap.address.XcapRoot;
import presentry.xcap.address.XcapUriReader;
import presentry.xcap.address.Xui;
import presentry.xcap.service.Entity;
import presentry.xcap.service.Preconditions;
import presentry.xcap.service.XcapResult;
import presentry.xcap.service.XcapService;
import presentry.xcap.store.DocumentStore;
import presentry.xcap.store.DocumentSummary;
import presentry.xcap.store.StoredDocument;
import presentry.xcap.usage.ApplicationUsage;
import presentry.xcap.usage.ApplicationUsages;
import presentry.xcap.usage.Requester;
import tools.jackson.databind.json.JsonMapper;

/** All documents of one user: what there is, and the whole of it as a zip, out and in. */
@Path("/api/users/{user}")
public final class UserDocumentsResource {

    private static final Requester IMPORT = new Requester.Administrator("import");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final DocumentStore store;
    private final XcapService service;
    private final ApplicationUsages usages;
    private final XcapUriReader uris;
    private final XcapRoot root;
    private final int maxDocumentBytes;

    /**
     * @param uris reads the addresses of imported documents
     * @param root tells the domain of a user without one
     * @param maxDocumentBytes largest document of an import
     */
    public UserDocumentsResource(
            DocumentStore store,
            XcapService service,
            ApplicationUsages usages,
            XcapUriReader uris,
            XcapRoot root,
            int maxDocumentBytes) {
        this.store = store;
        this.service = service;
        this.usages = usages;
        this.uris = uris;
        this.root = root;
        this.maxDocumentBytes = maxDocumentBytes;
    }

    /** The documents with their sizes and last changes. */
    @GET
    @Path("documents")
    @Produces(MediaType.APPLICATION_JSON)
    public Response documents(@PathParam("user") String user) {
        return of(
                user,
                owner -> Response.ok(JSON.writeValueAsString(store.list(owner).stream()
                                .map(UserDocumentsResource::json)
                                .toList()))
                        .build());
    }

    private static Map<String, Object> json(DocumentSummary document) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("document", document.selector().toString());
        json.put("etag", document.etag().value());
        json.put("octets", document.octets());
        json.put("updatedAt", document.updatedAt().toString());
        return json;
    }

    /** The documents as a zip; an entry is called after its usage and path. */
    @GET
    @Path("export")
    @Produces("application/zip")
    public Response export(@PathParam("user") String user) {
        return of(user, owner -> {
            StreamingOutput zip = output -> write(owner, output);
            return Response.ok(zip).build();
        });
    }

    private void write(Owner owner, OutputStream output) throws IOException {
        try (var zip = new ZipOutputStream(output, StandardCharsets.UTF_8)) {
            for (DocumentSummary summary : store.list(owner)) {
                DocumentSelector document = summary.selector();
                Optional<StoredDocument> stored = store.read(document);
                if (stored.isPresent()) {
                    zip.putNextEntry(new ZipEntry(document.auid() + "/" + document.path()));
                    zip.write(stored.get().body().toByteArray());
                    zip.closeEntry();
                }
            }
        }
    }

    /** Stores each document of a zip as if the user had sent it, and tells what became of each. */
    @POST
    @Path("import")
    @Consumes("application/zip")
    @Produces(MediaType.APPLICATION_JSON)
    public Response load(@PathParam("user") String user, InputStream body) {
        return of(user, owner -> {
            try (var zip = new ZipInputStream(body, StandardCharsets.UTF_8)) {
                return Response.ok(JSON.writeValueAsString(read(owner, zip))).build();
            } catch (IOException | IllegalArgumentException noZip) {
                return sentence(Response.Status.BAD_REQUEST, "The body is no zip that can be read.");
            }
        });
    }

    private List<Map<String, Object>> read(Owner owner, ZipInputStream zip) throws IOException {
        List<Map<String, Object>> report = new ArrayList<>();
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            int slash = entry.getName().indexOf('/');
            if (entry.isDirectory() || slash < 0) {
                continue;
            }
            String auid = entry.getName().substring(0, slash);
            byte[] octets = zip.readNBytes(maxDocumentBytes + 1);
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("document", entry.getName());
            line.put("result", result(owner, auid, entry.getName().substring(slash + 1), octets));
            report.add(line);
        }
        return report;
    }

    private String result(Owner owner, String auid, String path, byte[] octets) {
        Optional<ApplicationUsage> usage = usages.find(auid);
        if (usage.isEmpty() || octets.length > maxDocumentBytes) {
            return usage.isEmpty() ? "refused: no such usage" : "refused: too large";
        }
        // Through the reader of addresses, so that no document gets a name that no request could give it.
        String target = root.path() + new DocumentSelector(auid, owner, path).written();
        return uris.read(target) instanceof Address.Located located
                ? result(service.put(
                        located.uri(),
                        IMPORT,
                        Preconditions.NONE,
                        new Entity(usage.get().mediaType(), octets)))
                : "refused: no document can have this name";
    }

    private static String result(XcapResult result) {
        return switch (result) {
            case XcapResult.Created created -> "created";
            case XcapResult.Replaced replaced -> "replaced";
            case XcapResult.Refused refused -> "refused: " + refused.why();
            case XcapResult.Conflicted conflicted ->
                "refused: " + conflicted.conflict().condition().element() + ": "
                        + conflicted.conflict().phrase();
            case XcapResult.Found found -> throw new IllegalStateException("a PUT found something");
            case XcapResult.NotModified known -> throw new IllegalStateException("a PUT was not modified");
            case XcapResult.Deleted deleted -> throw new IllegalStateException("a PUT deleted something");
        };
    }

    private Response of(String user, Function<Owner, Response> answer) {
        Optional<Aor> aor = Xui.read(user, root.defaultDomain());
        return aor.isPresent()
                ? answer.apply(new Owner.User(aor.get()))
                : sentence(Response.Status.NOT_FOUND, "This server has no such user.");
    }

    private static Response sentence(Response.Status status, String sentence) {
        return Response.status(status)
                .entity(sentence + "\n")
                .type(MediaType.TEXT_PLAIN)
                .build();
    }
}
