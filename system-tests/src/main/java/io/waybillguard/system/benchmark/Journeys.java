package io.waybillguard.system.benchmark;

import io.waybillguard.events.parcel.ProblemReason;
import io.waybillguard.events.parcel.Scan;
import io.waybillguard.events.parcel.ScanEvidence;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.parcel.SignedBy;
import io.waybillguard.events.types.ParcelId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Seeded parcels as they usually go: six to eight scans from the pickup to the signature within 18
 * hours of the shipping, over the hubs of forty cities and forty branches in each; three of a
 * hundred stop on the way with a problem.
 */
final class Journeys {

    private static final List<String> COURIERS =
            List.of("ZTO", "YTO", "STO", "YUNDA", "JT", "SF", "JD");
    private static final List<String> CITIES =
            List.of(
                    "杭州", "成都", "广州", "武汉", "西安", "郑州", "沈阳", "昆明", "长沙", "合肥", "北京", "上海", "深圳",
                    "南京", "苏州", "宁波", "温州", "金华", "台州", "重庆", "贵阳", "南宁", "海口", "福州", "厦门", "泉州",
                    "南昌", "济南", "青岛", "临沂", "天津", "太原", "兰州", "银川", "西宁", "长春", "大连", "东莞", "佛山",
                    "无锡");
    private static final List<String> QUARTERS =
            List.of("城东", "城西", "城南", "城北", "滨江", "高新", "新区", "大学城", "火车站", "开发区");
    private static final int BRANCHES_A_QUARTER = 4;
    private static final double STOPS = 0.03;

    private final Random random;
    private final Instant start;

    Journeys(long seed, Instant start) {
        this.random = new Random(seed);
        this.start = start;
    }

    /** The parcels 0 to {@code count} - 1. */
    List<Journey> parcels(int count) {
        return IntStream.range(0, count).mapToObj(this::parcel).toList();
    }

    /**
     * One parcel with its scans, in the order in which they happen.
     *
     * @param stops whether the last of them is a problem
     */
    record Journey(
            ParcelId parcel, String order, Instant shippedAt, List<Scan> scans, boolean stops) {

        /** The same with other scans. */
        Journey with(List<Scan> others) {
            return new Journey(parcel, order, shippedAt, others, stops);
        }

        /** The same without the end: nobody signs for it, or says what the problem is. */
        Journey unended() {
            return switch (scans.getLast().kind()) {
                case SIGNED, PROBLEM -> with(scans.subList(0, scans.size() - 1));
                default -> this;
            };
        }
    }

    private Journey parcel(int number) {
        String courier = COURIERS.get(number % COURIERS.size());
        ParcelId parcel = ParcelId.of(courier, courier + (7_000_000_000L + number));
        String from = CITIES.get(random.nextInt(CITIES.size()));
        String to = CITIES.get(random.nextInt(CITIES.size()));
        Instant shipped = start.plusSeconds(random.nextInt(3_600));
        List<Scan> scans = scans(from, to, shipped);
        boolean stops = random.nextDouble() < STOPS;
        return new Journey(parcel, "o-" + number, shipped, stops ? stopped(scans) : scans, stops);
    }

    private List<Scan> stopped(List<Scan> whole) {
        List<Scan> scans = new ArrayList<>(whole.subList(0, 1 + random.nextInt(whole.size() - 1)));
        Scan last = scans.getLast();
        Instant at = last.happenedAt().plus(Duration.ofMinutes(10));
        scans.add(
                new Scan(
                        ScanKind.PROBLEM,
                        ProblemReason.HELD,
                        at,
                        at,
                        last.place(),
                        "快件滞留，正在处理",
                        "",
                        ScanEvidence.REPORTED,
                        null));
        return List.copyOf(scans);
    }

    private List<Scan> scans(String from, String to, Instant shipped) {
        List<Scan> scans = new ArrayList<>();
        Instant at = shipped.plus(Duration.ofHours(1));
        scans.add(scan(ScanKind.COLLECTED, "【" + from + branch() + "营业部】已揽收", from, at));
        scans.add(scan(ScanKind.DEPARTED, "【" + from + "转运中心】已发往【" + to + "】", from, next(at, 1)));
        int hubs = 1 + random.nextInt(3);
        for (int hub = 0; hub < hubs; hub++) {
            String city = CITIES.get(random.nextInt(CITIES.size()));
            scans.add(
                    scan(
                            ScanKind.ARRIVED,
                            "快件已到达【" + city + "转运中心】",
                            city + "转运中心" + hub,
                            next(at, 3 + 2 * hub)));
        }
        scans.add(scan(ScanKind.AT_DESTINATION, "已到达派件城市【" + to + "】", to, next(at, 10)));
        scans.add(
                scan(ScanKind.OUT_FOR_DELIVERY, "【" + to + branch() + "站】正在派送", to, next(at, 12)));
        scans.add(scan(ScanKind.SIGNED, "您的快件已签收，签收人：本人", to, next(at, 14)));
        return List.copyOf(scans);
    }

    private String branch() {
        return QUARTERS.get(random.nextInt(QUARTERS.size()))
                + (1 + random.nextInt(BRANCHES_A_QUARTER));
    }

    private Instant next(Instant at, int hours) {
        return at.plus(Duration.ofHours(hours)).plusSeconds(random.nextInt(3_000));
    }

    private static Scan scan(ScanKind kind, String text, String place, Instant at) {
        return new Scan(
                kind,
                null,
                at,
                at,
                place,
                text,
                "",
                ScanEvidence.REPORTED,
                kind == ScanKind.SIGNED ? SignedBy.BUYER : null);
    }
}
