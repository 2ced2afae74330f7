package presentry.xcap.http;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** {@code /metrics}: all figures of the server, for Prometheus and the like. */
final class MetricsHandler extends Handler.Abstract {

    static final String PATH = "/metrics";

    private static final String TEXT = "text/plain;version=0.0.4;charset=utf-8";

    private final Supplier<String> text;

    MetricsHandler(Supplier<String> text) {
        this.text = text;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        boolean reads = HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod());
        HttpAnswer answer = reads
                ? HttpAnswer.document(HttpStatus.OK_200, TEXT, StandardCharsets.UTF_8.encode(text.get()))
                : HttpAnswer.sentence(
                        HttpStatus.METHOD_NOT_ALLOWED_405,
                        "Figures can only be read.",
                        new HttpField(HttpHeader.ALLOW, "GET, HEAD"));
        answer.send(response, callback);
        return true;
    }
}
