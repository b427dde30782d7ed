package io.waybillguard.aftersales.access;

import io.waybillguard.kit.access.BearerTokens;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets through who has a known token, and tells whose it is. */
final class BearerFilter extends OncePerRequestFilter {

    private final BearerTokens<Caller> tokens;
    private final boolean platformOnly;

    /**
     * A filter.
     *
     * @param platformOnly turn shops away
     */
    BearerFilter(BearerTokens<Caller> tokens, boolean platformOnly) {
        this.tokens = tokens;
        this.platformOnly = platformOnly;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Caller> caller = tokens.callerOf(request.getHeader(HttpHeaders.AUTHORIZATION));
        if (caller.isEmpty()) {
            no(
                    response,
                    HttpServletResponse.SC_UNAUTHORIZED,
                    "Unauthorized",
                    "a known bearer token is needed");
        } else if (platformOnly && caller.get().shop() != null) {
            no(
                    response,
                    HttpServletResponse.SC_FORBIDDEN,
                    "Forbidden",
                    "this is the platform's alone");
        } else {
            request.setAttribute(Caller.ATTRIBUTE, caller.get());
            chain.doFilter(request, response);
        }
    }

    private static void no(HttpServletResponse response, int status, String title, String detail)
            throws IOException {
        response.setStatus(status);
        if (status == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getWriter()
                .write(
                        """
                        {"type":"about:blank","title":"%s","status":%d,\
                        "detail":"%s","code":"%s"}\
                        """
                                .formatted(title, status, detail, title.toLowerCase(Locale.ROOT)));
    }
}
