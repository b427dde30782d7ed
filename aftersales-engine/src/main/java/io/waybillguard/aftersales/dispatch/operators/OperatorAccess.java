package io.waybillguard.aftersales.dispatch.operators;

import io.waybillguard.events.json.EventJson;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What is about money needs a token. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OperatorSettings.class)
class OperatorAccess implements WebMvcConfigurer {

    private static final String[] PROTECTED = {
        "/payouts", "/payouts/**", "/reconciliations", "/reconciliations/**"
    };

    private final OperatorTokens tokens;

    OperatorAccess(OperatorSettings settings) {
        this.tokens = new OperatorTokens(settings.tokens());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Door()).addPathPatterns(PROTECTED);
    }

    private final class Door implements HandlerInterceptor {
        @Override
        public boolean preHandle(
                HttpServletRequest request, HttpServletResponse response, Object handler)
                throws IOException {
            if (tokens.admit(request.getHeader(HttpHeaders.AUTHORIZATION))) {
                return true;
            }
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream()
                    .write(
                            EventJson.write(
                                    ProblemDetail.forStatusAndDetail(
                                            HttpStatus.UNAUTHORIZED,
                                            "a known bearer token is needed")));
            return false;
        }
    }
}
