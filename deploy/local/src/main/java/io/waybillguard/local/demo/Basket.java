package io.waybillguard.local.demo;

import io.waybillguard.events.order.GoodsTrait;
import io.waybillguard.events.types.Money;
import java.util.Set;

/** What a buyer buys. */
enum Basket {
    SHIRT("纯棉衬衫", "clothing", 12_900, Set.of(GoodsTrait.SEVEN_DAY_RETURN)),
    SHOES("跑步鞋", "clothing", 25_900, Set.of(GoodsTrait.SEVEN_DAY_RETURN)),
    COAT("羊毛大衣", "clothing", 39_900, Set.of(GoodsTrait.SEVEN_DAY_RETURN)),
    LAMP("台灯", "home", 8_900, Set.of()),
    MUGS("马克杯", "home", 4_500, Set.of()),
    SOAP("香皂", "home", 1_980, Set.of()),
    CHERRIES("樱桃", "fresh", 16_800, Set.of(GoodsTrait.FRESH)),
    VOUCHER("视频会员月卡", "virtual", 3_000, Set.of(GoodsTrait.VIRTUAL));

    private final String title;
    private final String category;
    private final Money price;
    private final Set<GoodsTrait> traits;

    Basket(String title, String category, long fen, Set<GoodsTrait> traits) {
        this.title = title;
        this.category = category;
        this.price = Money.fen(fen);
        this.traits = traits;
    }

    String title() {
        return title;
    }

    String category() {
        return category;
    }

    Money price() {
        return price;
    }

    Set<GoodsTrait> traits() {
        return traits;
    }
}
