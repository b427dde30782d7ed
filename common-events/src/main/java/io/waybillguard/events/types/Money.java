package io.waybillguard.events.types;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An amount of Chinese yuan in fen (1 yuan = 100 fen), never negative. On the wire: the number of
 * fen.
 *
 * @throws IllegalArgumentException for a negative amount
 * @throws ArithmeticException when a sum leaves the range of long
 */
public record Money(@JsonValue long fen) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Money {
        if (fen < 0) {
            throw new IllegalArgumentException("money must not be negative");
        }
    }

    public static Money yuan(long yuan) {
        return new Money(Math.multiplyExact(yuan, 100L));
    }

    public static Money fen(long fen) {
        return new Money(fen);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(fen, other.fen));
    }

    /** The difference; {@link #ZERO} where the other is more. */
    public Money minusOrZero(Money other) {
        return fen <= other.fen ? ZERO : new Money(fen - other.fen);
    }

    /** Strictly less: "under 300" excludes 300.00. */
    public boolean isUnder(Money limit) {
        return fen < limit.fen;
    }

    public boolean isOver(Money limit) {
        return fen > limit.fen;
    }

    public boolean isZero() {
        return fen == 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }

    /** Yuan with two decimals: {@code 19.90}. */
    @Override
    public String toString() {
        long rest = fen % 100;
        return fen / 100 + (rest < 10 ? ".0" : ".") + rest;
    }
}
