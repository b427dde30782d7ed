package io.waybillguard.events.json;

import io.waybillguard.events.parcel.ParcelClaim;
import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.CourierCode;
import io.waybillguard.events.types.FilingId;
import io.waybillguard.events.types.InterceptionId;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.NoticeId;
import io.waybillguard.events.types.OfferId;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.RefundId;
import io.waybillguard.events.types.Region;
import io.waybillguard.events.types.ShopId;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One full instance of any event: every component set, the same values each time. */
final class SampleEvents {

    private static final Map<Class<?>, Object> VALUES =
            Map.ofEntries(
                    Map.entry(OrderId.class, new OrderId("order-1001")),
                    Map.entry(ShopId.class, new ShopId("shop-7")),
                    Map.entry(BuyerId.class, new BuyerId("buyer-42")),
                    Map.entry(RefundId.class, new RefundId("refund-5")),
                    Map.entry(OfferId.class, new OfferId("offer-3")),
                    Map.entry(FilingId.class, new FilingId("filing-3")),
                    Map.entry(NoticeId.class, new NoticeId("notice-9")),
                    Map.entry(InterceptionId.class, InterceptionId.of(new RefundId("refund-5"))),
                    Map.entry(CourierCode.class, new CourierCode("ZTO")),
                    Map.entry(ParcelId.class, ParcelId.of("ZTO", "735500012345")),
                    Map.entry(
                            ParcelClaim.OfOrder.class,
                            new ParcelClaim.ParcelReleased(
                                    ParcelId.of("ZTO", "735500012345"),
                                    new OrderId("order-1001"),
                                    Instant.parse("2026-11-01T08:30:00.123Z"))),
                    Map.entry(Money.class, Money.fen(19_990)),
                    Map.entry(Region.class, new Region("新疆", "喀什")),
                    Map.entry(Instant.class, Instant.parse("2026-11-01T08:30:00.123Z")),
                    Map.entry(Duration.class, Duration.ofHours(48)),
                    Map.entry(int.class, 3),
                    Map.entry(Integer.class, 3),
                    Map.entry(long.class, 7L),
                    Map.entry(double.class, 0.995),
                    Map.entry(boolean.class, true),
                    Map.entry(Boolean.class, true));

    private SampleEvents() {}

    static Object of(Class<?> event) {
        return record(event);
    }

    private static Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values =
                Arrays.stream(components)
                        .map(c -> value(c.getName(), c.getGenericType()))
                        .toArray();
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("no sample of " + type.getName(), e);
        }
    }

    private static Object value(String name, Type type) {
        if (type instanceof ParameterizedType generic) {
            return collection(name, generic);
        }
        Class<?> raw = (Class<?>) type;
        if (raw == String.class) {
            return name.equals("url") ? "https://proof.example/1" : name + " of a sample";
        }
        if (raw.isEnum()) {
            return raw.getEnumConstants()[0];
        }
        Object known = VALUES.get(raw);
        return known != null ? known : record(raw);
    }

    private static Object collection(String name, ParameterizedType type) {
        Type[] arguments = type.getActualTypeArguments();
        if (type.getRawType() == Map.class) {
            return name.equals("templates")
                    ? Map.of("REFUND_PAID", "退款已付")
                    : Map.of("zh", "中文", "en", "English");
        }
        Object element = value(name, arguments[0]);
        return type.getRawType() == Set.class ? Set.of(element) : List.of(element);
    }
}
