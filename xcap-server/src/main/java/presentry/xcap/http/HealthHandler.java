package presentry.xcap.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import tools.jackson.databind.json.JsonMapper;

/** {@code /health/live}: the process answers. {@code /health/ready}: all that it needs works. */
final class HealthHandler extends Handler.Abstract {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<HealthCheck> checks;

    HealthHandler(List<HealthCheck> checks) {
        this.checks = List.copyOf(checks);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        switch (request.getHttpURI().getPathQuery()) {
            case "/health/live" -> answer(request, Report.ALL_WELL).send(response, callback);
            case "/health/ready" -> answer(request, report()).send(response, callback);
            default -> {
                return false;
            }
        }
        return true;
    }

    private Report report() {
        return new Report(problems(true), problems(false));
    }

    private Map<String, String> problems(boolean essential) {
        Map<String, String> problems = new LinkedHashMap<>();
        checks.stream()
                .filter(check -> check.essential() == essential)
                .forEach(check -> check.problem().ifPresent(problem -> problems.put(check.name(), problem)));
        return problems;
    }

    private static HttpAnswer answer(Request request, Report report) {
        if (!HttpMethod.GET.is(request.getMethod()) && !HttpMethod.HEAD.is(request.getMethod())) {
            return HttpAnswer.sentence(
                    HttpStatus.METHOD_NOT_ALLOWED_405,
                    "Health can only be read.",
                    new HttpField(HttpHeader.ALLOW, "GET, HEAD"));
        }
        return HttpAnswer.document(
                report.isUp() ? HttpStatus.OK_200 : HttpStatus.SERVICE_UNAVAILABLE_503,
                "application/json",
                StandardCharsets.UTF_8.encode(JSON.writeValueAsString(report.members())));
    }

    /**
     * What is told.
     *
     * @param problems what keeps the server from being ready
     * @param notices what somebody should look after all the same
     */
    private record Report(Map<String, String> problems, Map<String, String> notices) {
        static final Report ALL_WELL = new Report(Map.of(), Map.of());

        boolean isUp() {
            return problems.isEmpty();
        }

        Map<String, Object> members() {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("status", isUp() ? "up" : "down");
            if (!problems.isEmpty()) {
                members.put("problems", problems);
            }
            if (!notices.isEmpty()) {
                members.put("notices", notices);
            }
            return members;
        }
    }
}
