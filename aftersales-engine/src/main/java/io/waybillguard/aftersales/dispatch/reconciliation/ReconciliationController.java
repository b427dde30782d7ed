package io.waybillguard.aftersales.dispatch.reconciliation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.waybillguard.aftersales.books.Books.Totals;
import io.waybillguard.aftersales.books.Break;
import io.waybillguard.aftersales.books.BreakKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows what reconciliations found, and has one made now. */
@RestController
@ConditionalOnExpression(ReconciliationConfiguration.LIST_IS_KNOWN)
class ReconciliationController {

    private static final int LARGEST_PAGE = 500;

    private final Runs runs;
    private final Reports reports;

    ReconciliationController(Runs runs, Reports reports) {
        this.runs = runs;
        this.reports = reports;
    }

    /**
     * A report without its breaks.
     *
     * @param breaks how many there are in all
     */
    record Summary(
            String id,
            Instant at,
            Instant listedFrom,
            Totals totals,
            Map<BreakKind, Integer> counts,
            int breaks) {

        static Summary of(Report report) {
            return new Summary(
                    report.id(),
                    report.at(),
                    report.listedFrom(),
                    report.totals(),
                    report.counts(),
                    report.count());
        }
    }

    /** A page, the first being 0. */
    record Page<T>(List<T> items, int page, int size, int total) {

        static <T> Page<T> of(List<T> all, int page, int size) {
            if (page < 0 || size < 1 || size > LARGEST_PAGE) {
                throw problem(
                        HttpStatus.BAD_REQUEST, "page begins at 0, size is 1 to " + LARGEST_PAGE);
            }
            List<T> items = all.stream().skip((long) page * size).limit(size).toList();
            return new Page<>(items, page, size, all.size());
        }
    }

    /** A report with a page of the breaks that it kept one by one. */
    record Details(@JsonUnwrapped Summary summary, Page<Break> kept) {}

    @GetMapping("/reconciliations")
    Page<Summary> list(
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        reports.catchUp();
        return Page.of(reports.newestFirst().stream().map(Summary::of).toList(), page, size);
    }

    @GetMapping("/reconciliations/{id}")
    Details show(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size) {
        reports.catchUp();
        Report report =
                reports.find(id)
                        .orElseThrow(() ->
                                problem(HttpStatus.NOT_FOUND, "there is no such reconciliation"));
        return new Details(Summary.of(report), Page.of(report.breaks(), page, size));
    }

    @PostMapping("/reconciliations")
    @ResponseStatus(HttpStatus.CREATED)
    Summary now() {
        return Summary.of(runs.onDemand());
    }

    @ExceptionHandler
    ProblemDetail refused(ErrorResponseException e) {
        return e.getBody();
    }

    @ExceptionHandler
    ProblemDetail unavailable(PaymentList.UnavailableException e) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_GATEWAY, "the payment side does not tell: " + e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail brokerAway(KafkaException e) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, "the topics cannot be read now");
    }

    private static ErrorResponseException problem(HttpStatus status, String detail) {
        return new ErrorResponseException(
                status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }
}
