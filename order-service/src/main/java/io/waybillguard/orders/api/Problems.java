package io.waybillguard.orders.api;

import static io.waybillguard.orders.problem.ProblemText.INVALID;
import static io.waybillguard.orders.problem.ProblemText.TOO_LARGE;

import io.waybillguard.orders.command.NotAcceptedException;
import io.waybillguard.orders.command.NotNowException;
import io.waybillguard.orders.command.RefusedException;
import io.waybillguard.orders.command.TooLargeException;
import io.waybillguard.orders.problem.ProblemText;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Every error as {@code application/problem+json}, with a {@code code} that never changes. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(Problems.class);
    private static final String RETRY_SECONDS = "5";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(RefusedException e) {
        HttpStatus status =
                switch (e.code().kind()) {
                    case UNKNOWN -> HttpStatus.NOT_FOUND;
                    case INVALID -> HttpStatus.BAD_REQUEST;
                    case FORBIDDEN -> HttpStatus.FORBIDDEN;
                    case CONFLICT -> HttpStatus.CONFLICT;
                };
        ProblemDetail problem = problem(status, e.code().label(), e.detail());
        if (!e.findings().isEmpty()) {
            problem.setProperty(
                    "errors",
                    e.findings().stream()
                            .map(it -> new FieldError(it.field(), it.message()))
                            .toList());
        }
        return ResponseEntity.status(status).body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(InvalidFieldException e) {
        return ResponseEntity.badRequest()
                .body(invalid(List.of(new FieldError(e.field(), String.valueOf(e.getMessage())))));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notAccepted(NotAcceptedException e) {
        log.warn("a command was not accepted: {}", String.valueOf(e.getCause()));
        return unavailable("log-unavailable", "not confirmed; the same command may be repeated");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notNow(NotNowException e) {
        return unavailable(e.why().label(), "nothing was said; the same command may be repeated");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(TooLargeException e) {
        return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).body(tooLarge());
    }

    private static ProblemDetail tooLarge() {
        return problem(HttpStatus.CONTENT_TOO_LARGE, TOO_LARGE, "more than is taken at once");
    }

    /** No command writes here: a value was asked for that no column can be compared with. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> notComparable(DataIntegrityViolationException e) {
        log.info("a value was asked for that the database does not take");
        return ResponseEntity.badRequest()
                .body(problem(HttpStatus.BAD_REQUEST, INVALID, "a value that cannot be there"));
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<ProblemDetail> noDatabase(RuntimeException e) {
        log.warn("the database does not answer", e);
        return unavailable("database-unavailable", "the same call may be repeated");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unforeseen(RuntimeException e) {
        log.error("a call failed", e);
        return ResponseEntity.internalServerError()
                .body(problem(HttpStatus.INTERNAL_SERVER_ERROR, "internal", "an unforeseen error"));
    }

    private static ResponseEntity<ProblemDetail> unavailable(String code, String detail) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .body(problem(HttpStatus.SERVICE_UNAVAILABLE, code, detail));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        List<FieldError> errors =
                e.getBindingResult().getFieldErrors().stream()
                        .map(it -> new FieldError(it.getField(), words(it.getDefaultMessage())))
                        .toList();
        return ResponseEntity.badRequest().body(invalid(errors));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        if (NestedExceptionUtils.getMostSpecificCause(e) instanceof BodyTooLargeException) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).body(tooLarge());
        }
        FieldError error =
                switch (e.getCause()) {
                    case DatabindException databind ->
                            new FieldError(path(databind), why(databind));
                    case null, default -> new FieldError("", "the body is not JSON");
                };
        return ResponseEntity.badRequest().body(invalid(List.of(error)));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        String field =
                e instanceof MethodArgumentTypeMismatchException argument
                        ? argument.getName()
                        : words(e.getPropertyName());
        return ResponseEntity.badRequest()
                .body(invalid(List.of(new FieldError(field, "is not one of the values allowed"))));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        ResponseEntity<Object> answer =
                super.handleExceptionInternal(e, body, headers, status, request);
        if (answer != null && answer.getBody() instanceof ProblemDetail detail) {
            detail.setProperty("code", ProblemText.code(status.value()));
        }
        return answer;
    }

    private static ProblemDetail invalid(List<FieldError> errors) {
        ProblemDetail problem =
                problem(HttpStatus.BAD_REQUEST, INVALID, "the request is not valid");
        problem.setProperty("errors", errors);
        return problem;
    }

    private static ProblemDetail problem(HttpStatus status, String code, @Nullable String detail) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setDetail(detail);
        problem.setProperty("code", code);
        return problem;
    }

    private static String path(DatabindException e) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }

    /** What our own value types say; nothing of what stood there. */
    private static String why(DatabindException e) {
        if (e instanceof UnrecognizedPropertyException) {
            return "is not a field here";
        }
        return e.getCause() instanceof IllegalArgumentException why && why.getMessage() != null
                ? words(why.getMessage())
                : "is not readable as what belongs here";
    }

    private static String words(@Nullable String message) {
        return message == null ? "" : message;
    }
}
