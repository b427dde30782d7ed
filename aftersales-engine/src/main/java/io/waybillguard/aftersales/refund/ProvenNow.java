package io.waybillguard.aftersales.refund;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Now, as it is proved.
 *
 * @param now everything appended to the engine's inputs before it has been read
 * @param moneyNow as above, and everything the tracker's inputs held before it has been judged;
 *     null while that is not known: then no deadline moves money
 */
public record ProvenNow(Instant now, @Nullable Instant moneyNow) {

    boolean has(Deadline deadline) {
        Instant reached = deadline.movesMoney() ? moneyNow : now;
        return reached != null && !deadline.at().isAfter(reached);
    }
}
