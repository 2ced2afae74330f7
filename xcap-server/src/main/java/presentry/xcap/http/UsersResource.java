package presentry.xcap.http;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import presentry.account.Accounts;
import presentry.xcap.store.DocumentOwners;
import presentry.xcap.store.DocumentOwners.Holding;
import tools.jackson.databind.json.JsonMapper;

/** The users that the server knows of: those with an account and those with documents. */
@Path("/api/users")
public final class UsersResource {

    private static final int MOST_AT_ONCE = 1000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Accounts accounts;
    private final DocumentOwners owners;

    /** @param owners who has documents, with or without an account */
    public UsersResource(Accounts accounts, DocumentOwners owners) {
        this.accounts = accounts;
        this.owners = owners;
    }

    /**
     * A page of them in the order of their addresses, each with the number, size and last change of his documents.
     *
     * @param after the {@code next} of the page before; empty for the first page
     * @param max 1 to 1000
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response users(
            @QueryParam("after") @DefaultValue("") String after, @QueryParam("max") @DefaultValue("100") int max) {
        int most = Math.clamp(max, 1, MOST_AT_ONCE);
        NavigableMap<String, Map<String, Object>> page = new TreeMap<>();
        // One more than fits, to see whether there is a next page.
        for (Holding holding : owners.after(after, most + 1)) {
            Map<String, Object> user = line(page, holding.owner().toString(), false);
            user.put("documents", holding.documents());
            user.put("octets", holding.octets());
            user.put("updatedAt", holding.updatedAt().toString());
        }
        accounts.all().stream()
                .map(account -> account.user().toString())
                .filter(user -> user.compareTo(after) > 0)
                .sorted()
                .limit(most + 1L)
                .forEach(user -> line(page, user, true).put("account", true));
        return Response.ok(JSON.writeValueAsString(answer(page, most))).build();
    }

    private static Map<String, Object> line(
            NavigableMap<String, Map<String, Object>> page, String user, boolean account) {
        return page.computeIfAbsent(user, address -> {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("user", address);
            line.put("account", account);
            line.put("documents", 0);
            line.put("octets", 0);
            return line;
        });
    }

    private static Map<String, Object> answer(NavigableMap<String, Map<String, Object>> page, int most) {
        List<Map<String, Object>> users = page.values().stream().limit(most).toList();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("users", users);
        if (page.size() > most) {
            answer.put("next", users.getLast().get("user"));
        }
        return answer;
    }
}
