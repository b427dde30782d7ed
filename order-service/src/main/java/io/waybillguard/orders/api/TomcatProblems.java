package io.waybillguard.orders.api;

import io.waybillguard.orders.problem.ProblemText;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * What Tomcat turns away before the application hears of it, such as an address that it does not
 * read. Tomcat makes it by its name.
 */
public final class TomcatProblems extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        boolean empty = response.getContentWritten() == 0;
        if (status < 400 || !empty || !response.setErrorReported()) {
            return;
        }
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write(
                        ProblemText.json(
                                status, ProblemText.code(status), "the request was not read"));
                response.finishResponse();
            }
        } catch (IOException e) {
            container.getLogger().debug("nobody waits for the answer", e);
        }
    }
}
