package io.waybillguard.tracker.stream;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that stand for constants in the store, independent of how the constants are ordered
 * in the code. A new constant is added at the end; none is ever taken away. 0 stands for none.
 */
record WireCodes<E extends Enum<E>>(List<E> constants) {

    @SafeVarargs
    @SuppressWarnings("varargs") // copied, never stored into
    static <E extends Enum<E>> WireCodes<E> of(E... constants) {
        return new WireCodes<>(List.of(constants));
    }

    int codeOf(@Nullable E constant) {
        return constant == null ? 0 : constants.indexOf(constant) + 1;
    }

    /** The constant of {@code code}, where it may be none. */
    @Nullable E nullable(int code) {
        return code == 0 ? null : constants.get(code - 1);
    }

    /** The constant of {@code code}, where it must be one. */
    E required(int code) {
        return constants.get(code - 1);
    }
}
