package io.waybillguard.local.demo;

import io.waybillguard.events.order.GoodsTrait;
import io.waybillguard.events.types.Money;
import java.util.Set;

/**
 * What a buyer buys: one piece of one thing.
 *
 * @param price what the order costs, and what is paid for it
 */
record Basket(String sku, String title, String category, Money price, Set<GoodsTrait> traits) {

    static final Basket SHIRT =
            new Basket("shirt", "纯棉衬衫", "clothing", 12_900, GoodsTrait.SEVEN_DAY_RETURN);
    static final Basket SHOES =
            new Basket("shoes", "跑步鞋", "clothing", 25_900, GoodsTrait.SEVEN_DAY_RETURN);
    static final Basket COAT =
            new Basket("coat", "羊毛大衣", "clothing", 39_900, GoodsTrait.SEVEN_DAY_RETURN);
    static final Basket PEARLS = new Basket("pearls", "珍珠项链", "jewellery", 129_900);
    static final Basket LAMP = new Basket("lamp", "台灯", "home", 8_900);
    static final Basket MUGS = new Basket("mugs", "马克杯", "home", 4_500);
    static final Basket SOAP = new Basket("soap", "香皂", "home", 1_980);
    static final Basket CHERRIES = new Basket("cherries", "樱桃", "fresh", 16_800, GoodsTrait.FRESH);
    static final Basket VOUCHER =
            new Basket("voucher", "视频会员月卡", "virtual", 3_000, GoodsTrait.VIRTUAL);

    Basket {
        traits = Set.copyOf(traits);
    }

    private Basket(String sku, String title, String category, long fen, GoodsTrait... traits) {
        this(sku, title, category, Money.fen(fen), Set.of(traits));
    }
}
