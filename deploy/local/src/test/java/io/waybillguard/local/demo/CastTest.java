package io.waybillguard.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.types.ShopId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CastTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 60, 200})
    void everyScenarioIsPlayedAtLeastOnce(int orders) {
        List<Scenario> played =
                Cast.of(orders, "t", "demo").parts().stream().map(Part::scenario).toList();
        assertThat(played).containsAll(Scenarios.all());
        assertThat(played).hasSize(Math.max(orders, Scenarios.all().size()));
    }

    @Test
    void sixtyOrdersAreEnoughForEveryScenario() {
        assertThat(Scenarios.all()).hasSizeLessThanOrEqualTo(60);
    }

    @Test
    void theSameSizePlaysTheSameStoriesInTheSameOrder() {
        assertThat(Cast.of(120, "t", "demo")).isEqualTo(Cast.of(120, "t", "demo"));
    }

    @Test
    void anotherRunPlaysTheSameStoriesUnderOtherIds() {
        List<Part> first = Cast.of(120, "first", "demo").parts();
        List<Part> second = Cast.of(120, "second", "demo").parts();
        assertThat(second.stream().map(Part::scenario))
                .containsExactlyElementsOf(first.stream().map(Part::scenario).toList());
        assertThat(second.stream().map(Part::order))
                .doesNotContainAnyElementsOf(first.stream().map(Part::order).toList());
    }

    @Test
    void ordersAndParcelsAreUnique() {
        List<Part> parts = Cast.of(1000, "t", "demo").parts();
        assertThat(parts.stream().map(Part::order)).doesNotHaveDuplicates();
        assertThat(parts.stream().flatMap(part -> part.parcels().stream()).map(Parcel::id))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyOrderIsOfAShopOfItsScenariosStyle() {
        Cast cast = Cast.of(300, "t", "demo");
        assertThat(cast.parts())
                .allMatch(part -> cast.shops().get(part.shop()) == part.scenario().shop());
    }

    @Test
    void noShopHasManyOrders() {
        Map<ShopId, Long> orders =
                Cast.of(1000, "t", "demo").parts().stream()
                        .collect(Collectors.groupingBy(Part::shop, Collectors.counting()));
        assertThat(orders.values()).allMatch(count -> count <= 12);
    }

    @Test
    void someParcelsComeThroughTheUnsignedAccountAndMostDoNot() {
        List<String> accounts =
                Cast.of(300, "t", "demo").parts().stream()
                        .flatMap(part -> part.parcels().stream())
                        .map(Parcel::account)
                        .toList();
        assertThat(accounts).contains("demo", "open");
        assertThat(accounts.stream().filter("demo"::equals).count())
                .isGreaterThan(accounts.size() / 2);
    }
}
