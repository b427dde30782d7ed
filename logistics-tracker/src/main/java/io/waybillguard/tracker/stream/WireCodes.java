package io.waybillguard.tracker.stream;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that stand for constants in the store, independent of how the constants are ordered
 * in the code. A new constant is added at the end; none is ever taken away. 0 stands for none.
 */
final class WireCodes<E extends Enum<E>> {

    private final List<E> constants;
    private final Map<E, Integer> codes;

    private WireCodes(List<E> constants) {
        this.constants = constants;
        this.codes = new EnumMap<>(constants.getFirst().getDeclaringClass());
        for (int i = 0; i < constants.size(); i++) {
            codes.put(constants.get(i), i + 1);
        }
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // copied, never stored into
    static <E extends Enum<E>> WireCodes<E> of(E... constants) {
        return new WireCodes<>(List.of(constants));
    }

    /** All that have a number. */
    List<E> constants() {
        return constants;
    }

    int codeOf(@Nullable E constant) {
        return constant == null ? 0 : codes.getOrDefault(constant, 0);
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
