package io.waybillguard.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.types.RefundId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CandidateTest {

    private static List<Asked> allAsked(Cast cast) {
        return cast.parts().stream().flatMap(CandidateTest::asked).toList();
    }

    private static Stream<Asked> asked(Part part) {
        return part.scenario().asks().stream()
                .map(ask ->
                        new Asked(
                                part.refund(part.scenario().asks().indexOf(ask)),
                                part.order(),
                                part.scenario().name(),
                                ask.amount(),
                                new Decided(ask.decision(), ask.row())));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 60, 200, 1000})
    void aDemoOfAnySizeHasAShopWhosePastWouldBeChangedButNotAllOfIt(int orders) {
        Cast cast = Cast.of(orders, "t", "demo");

        Candidate candidate = Candidate.of(cast, allAsked(cast));

        assertThat(candidate.changes()).isNotEmpty();
        assertThat(candidate.asked()).hasSizeGreaterThan(candidate.changes().size());
        List<RefundId> ofTheShop = candidate.asked().stream().map(Asked::refund).toList();
        assertThat(ofTheShop).containsAll(candidate.changes().keySet());
        assertThat(cast.shops().get(candidate.shop())).isEqualTo(ShopStyle.CAREFUL);
    }

    @Test
    void whatItChangesIsForPeopleUntilNow() {
        Cast cast = Cast.of(200, "t", "demo");
        Candidate candidate = Candidate.of(cast, allAsked(cast));
        assertThat(candidate.asked())
                .filteredOn(asked -> candidate.changes().containsKey(asked.refund()))
                .allMatch(asked -> asked.expected().decision() == Decision.MANUAL);
        assertThat(candidate.own().rules()).isEmpty();
        assertThat(candidate.policy().shopId()).isEqualTo(candidate.shop());
    }

    @Test
    void withoutRequestsThereIsNothingToTryItOn() {
        Cast cast = Cast.of(60, "t", "demo");
        assertThatThrownBy(() -> Candidate.of(cast, List.of())).isInstanceOf(StoryBroken.class);
    }
}
