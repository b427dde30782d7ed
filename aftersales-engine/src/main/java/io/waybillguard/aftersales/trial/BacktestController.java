package io.waybillguard.aftersales.trial;

import io.waybillguard.aftersales.access.Caller;
import io.waybillguard.events.json.EventJson;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Policies tried on the past. */
@RestController
@RequestMapping(path = "/backtests", produces = MediaType.APPLICATION_JSON_VALUE)
class BacktestController {

    private static final int LARGEST_PAGE = 200;

    private final Backtests backtests;
    private final Clock clock = Clock.systemUTC();

    BacktestController(Backtests backtests) {
        this.backtests = backtests;
    }

    /** Of a period: one document. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> ofPeriod(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller, HttpServletRequest request)
            throws IOException {
        BacktestAsk ask =
                Documents.read(request.getInputStream(), BacktestAsk.class)
                        .ofPeriod(clock.instant());
        return accepted(backtests.ask(own(caller, ask)));
    }

    /** Of a file: the document as its first line, the past as the others. */
    @PostMapping(consumes = MediaType.APPLICATION_NDJSON_VALUE)
    ResponseEntity<byte[]> ofFile(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller, HttpServletRequest request)
            throws IOException {
        Upload upload = backtests.upload(request.getInputStream());
        BacktestAsk ask = Documents.read(upload.firstLine(), BacktestAsk.class).ofFile();
        return accepted(backtests.ask(own(caller, ask), upload));
    }

    private static BacktestAsk own(Caller caller, BacktestAsk ask) {
        if (!caller.sees(ask.policy().shopId())) {
            throw TurnedAwayException.otherShop();
        }
        return ask;
    }

    private static ResponseEntity<byte[]> accepted(BacktestState state) {
        return ResponseEntity.accepted()
                .location(URI.create("/backtests/" + state.id()))
                .contentType(MediaType.APPLICATION_JSON)
                .body(EventJson.write(state));
    }

    @GetMapping
    byte[] all(@RequestAttribute(Caller.ATTRIBUTE) Caller caller) {
        return EventJson.write(backtests.all(caller));
    }

    @GetMapping("/{id}")
    byte[] one(@RequestAttribute(Caller.ATTRIBUTE) Caller caller, @PathVariable("id") String id) {
        return EventJson.write(backtests.get(caller, id));
    }

    /** Differing cases, side by side, in the order in which they were found. */
    @GetMapping("/{id}/cases")
    byte[] cases(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @PathVariable("id") String id,
            @RequestParam(name = "page", defaultValue = "0") int page,
            @RequestParam(name = "size", defaultValue = "20") int size)
            throws IOException {
        if (page < 0) {
            throw new InvalidInputException("page", "must not be negative");
        }
        if (size < 1 || size > LARGEST_PAGE) {
            throw new InvalidInputException("size", "must be from 1 to " + LARGEST_PAGE);
        }
        List<String> found = backtests.cases(caller, id, (long) page * size, size);
        String document =
                "{\"page\":%d,\"size\":%d,\"cases\":[%s]}"
                        .formatted(page, size, String.join(",", found));
        return document.getBytes(StandardCharsets.UTF_8);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller, @PathVariable("id") String id) {
        backtests.delete(caller, id);
        return ResponseEntity.noContent().build();
    }
}
