package io.waybillguard.local.demo;

import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.Region;
import io.waybillguard.events.types.ShopId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Who plays what. The same size gives the same stories in the same order; only the ids carry the
 * run's tag, so that a second run on kept state is about other orders.
 *
 * @param shops every shop that takes part, with its style
 */
record Cast(List<Part> parts, Map<ShopId, ShopStyle> shops) {

    private static final long SEED = 20_260_401;

    /**
     * A shop of the demo has about this many orders, so that no daily limit of one shop is near.
     */
    private static final int ORDERS_OF_A_SHOP = 12;

    /** Of ten parcels, so many come through the account without signatures. */
    private static final int UNSIGNED_OF_TEN = 1;

    private static final List<String> ORIGINS = List.of("杭州", "义乌", "广州", "泉州");
    private static final List<Region> DESTINATIONS =
            List.of(
                    new Region("河南", "郑州"),
                    new Region("四川", "成都"),
                    new Region("湖北", "武汉"),
                    new Region("陕西", "西安"),
                    new Region("山东", "济南"));

    Cast {
        parts = List.copyOf(parts);
        shops = Collections.unmodifiableMap(new TreeMap<>(shops));
    }

    /**
     * The cast of a demo.
     *
     * @param orders how many; at least every scenario once
     * @param tag of the run: letters and digits
     * @param signedAccount the account whose pushes are signed
     */
    static Cast of(int orders, String tag, String signedAccount) {
        Random chance = new Random(SEED);
        Casting casting = new Casting(tag, signedAccount, orders, chance);
        List<Part> parts = new ArrayList<>();
        for (Scenario scenario : stories(orders, chance)) {
            parts.add(casting.next(scenario));
        }
        return new Cast(parts, casting.shops);
    }

    private static List<Scenario> stories(int orders, Random chance) {
        List<Scenario> all = Scenarios.all();
        List<Scenario> stories = new ArrayList<>(all);
        while (stories.size() < orders) {
            stories.add(byWeight(all, chance));
        }
        Collections.shuffle(stories, chance);
        return stories;
    }

    private static Scenario byWeight(List<Scenario> all, Random chance) {
        int left = chance.nextInt(all.stream().mapToInt(Scenario::weight).sum());
        for (Scenario scenario : all) {
            left -= scenario.weight();
            if (left < 0) {
                return scenario;
            }
        }
        throw new IllegalStateException("weights are positive");
    }

    /** Hands out ids, shops, buyers and places. */
    private static final class Casting {

        private final String tag;
        private final String signedAccount;
        private final int orders;
        private final Random chance;
        private final Map<ShopId, ShopStyle> shops = new TreeMap<>();
        private final Map<ShopStyle, Integer> customers = new EnumMap<>(ShopStyle.class);
        private int played;
        private int parcels;

        Casting(String tag, String signedAccount, int orders, Random chance) {
            this.tag = tag;
            this.signedAccount = signedAccount;
            this.orders = orders;
            this.chance = chance;
        }

        Part next(Scenario scenario) {
            played++;
            Region to = DESTINATIONS.get(chance.nextInt(DESTINATIONS.size()));
            String from = ORIGINS.get(chance.nextInt(ORIGINS.size()));
            List<Parcel> out =
                    scenario.trips().stream().map(trip -> parcel(trip, from, to.city())).toList();
            List<Parcel> back =
                    scenario.acts().stream()
                            .filter(Act.SendBack.class::isInstance)
                            .map(act -> parcel(((Act.SendBack) act).trip(), to.city(), from))
                            .toList();
            List<Parcel> again =
                    scenario.acts().stream()
                            .filter(Act.ShipAgain.class::isInstance)
                            .map(act -> parcel(((Act.ShipAgain) act).trip(), from, to.city()))
                            .toList();
            return new Part(
                    scenario,
                    new OrderId("%s-%05d".formatted(tag, played)),
                    shop(scenario.shop()),
                    new BuyerId("%s-b%d".formatted(tag, chance.nextInt(1 + orders * 3 / 4))),
                    to,
                    out,
                    back,
                    again);
        }

        private ShopId shop(ShopStyle style) {
            int customer = customers.merge(style, 1, Integer::sum);
            String name = style.name().toLowerCase(Locale.ROOT).replace('_', '-');
            ShopId shop =
                    new ShopId("%s-%d".formatted(name, 1 + (customer - 1) / ORDERS_OF_A_SHOP));
            shops.put(shop, style);
            return shop;
        }

        private Parcel parcel(Trip trip, String from, String to) {
            parcels++;
            String waybill = "%s%s%06d".formatted(trip.courier(), tag, parcels);
            String account = chance.nextInt(10) < UNSIGNED_OF_TEN ? Accounts.OPEN : signedAccount;
            ParcelId id = new ParcelId(trip.courier(), waybill);
            return new Parcel(id, trip, from, to, account, chance.nextLong());
        }
    }
}
