package io.waybillguard.orders.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** A problem for those who answer where no controller does: filters, the error page, Tomcat. */
public final class ProblemText {
    /** The code of what is not valid and has no code of its own. */
    public static final String INVALID = "invalid";

    /** The code of what is too large to be taken. */
    public static final String TOO_LARGE = "too-large";

    private ProblemText() {}

    /** The code where nothing but the status is known; part of the API. */
    public static String code(int status) {
        return switch (status) {
            case 401 -> "unauthorized";
            case 403 -> "forbidden";
            case 404 -> "no-such-resource";
            case 405 -> "method-not-allowed";
            case 406 -> "not-acceptable";
            case 413 -> TOO_LARGE;
            case 415 -> "unsupported-media-type";
            case 503 -> "unavailable";
            default -> status < 500 ? INVALID : "internal";
        };
    }

    /**
     * The document.
     *
     * @param detail our own words: nothing that a caller sent
     */
    public static String json(int status, String code, String detail) {
        HttpStatus known = HttpStatus.resolve(status);
        return """
        {"type":"about:blank","title":"%s","status":%d,"detail":"%s","code":"%s"}\
        """
                .formatted(known == null ? "Error" : known.getReasonPhrase(), status, detail, code);
    }

    /** Answers with it. */
    public static void write(HttpServletResponse answer, int status, String code, String detail)
            throws IOException {
        answer.setStatus(status);
        answer.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        answer.setCharacterEncoding(StandardCharsets.UTF_8);
        answer.getWriter().write(json(status, code, detail));
    }
}
