package presentry.xcap.http;

import java.util.Optional;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What Jetty itself refuses, told in one plain sentence: no page, no stack trace, no name of the software. */
final class PlainErrors extends ErrorHandler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        String reason = Optional.ofNullable(HttpStatus.getMessage(status)).orElse("Refused");
        HttpAnswer.sentence(status, reason + ".").send(response, callback);
        return true;
    }
}
