package io.waybillguard.aftersales.trial;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Errors as {@code application/problem+json} with a {@code code}. */
@RestControllerAdvice(assignableTypes = {ExplainController.class, BacktestController.class})
class TrialProblems {

    private record FieldError(String field, String message) {}

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(InvalidInputException e) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.BAD_REQUEST, "the request is not valid");
        problem.setProperty("code", "invalid");
        problem.setProperty(
                "errors", List.of(new FieldError(e.field(), String.valueOf(e.getMessage()))));
        return ResponseEntity.of(problem).build();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> turnedAway(TurnedAwayException e) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(e.status(), e.getMessage());
        problem.setProperty("code", e.code());
        return ResponseEntity.of(problem).build();
    }
}
