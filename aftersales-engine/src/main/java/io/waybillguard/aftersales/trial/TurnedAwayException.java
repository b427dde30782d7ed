package io.waybillguard.aftersales.trial;

import org.springframework.http.HttpStatus;

/** A call that is understood and not carried out. */
final class TurnedAwayException extends RuntimeException {

    private final HttpStatus status;
    private final String code;

    TurnedAwayException(HttpStatus status, String code, String detail) {
        super(detail);
        this.status = status;
        this.code = code;
    }

    static TurnedAwayException unknown() {
        return new TurnedAwayException(
                HttpStatus.NOT_FOUND, "no-such-resource", "there is no such backtest");
    }

    static TurnedAwayException otherShop() {
        return new TurnedAwayException(HttpStatus.FORBIDDEN, "forbidden", "another shop's");
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }
}
