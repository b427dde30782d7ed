package io.waybillguard.events.types;

import java.util.Comparator;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a parcel goes, no finer than a city: an address never travels on a topic.
 *
 * @param province the short name, however it is written: 新疆 for 新疆维吾尔自治区, 新疆省 and 新疆; for a place
 *     abroad, its country; what names none (自治区) stays as it is told, never empty
 * @param city may be empty
 * @throws IllegalArgumentException for a missing or overlong province
 */
public record Region(String province, String city) implements Comparable<Region> {

    private static final String NAMES =
            "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川"
                    + "|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门";
    private static final Set<String> SHORT = Set.of(NAMES.split("\\|"));
    private static final Pattern CHINESE =
            Pattern.compile(
                    "(" + NAMES + "|内蒙)" + "(?:省|市|(?:维吾尔|壮族|回族|藏族|蒙古族)?(?:自治区)?|生产建设兵团|特别行政区)?");
    private static final Pattern SUFFIX = Pattern.compile("(自治区|特别行政区|省|市)$");
    private static final String SHORTER = "内蒙";
    private static final Comparator<Region> IN_ORDER =
            Comparator.comparing(Region::province).thenComparing(Region::city);

    public Region {
        province = shortName(province);
        city = Checks.text("city", city, 32);
    }

    public static Region of(String province) {
        return new Region(province, "");
    }

    /** The other place is here: in this city, or in this province where no city is named. */
    public boolean covers(Region other) {
        return province.equals(other.province)
                && (city.isEmpty() || shortCity(city).equals(shortCity(other.city)));
    }

    /** 杭州 for 杭州市. */
    private static String shortCity(String city) {
        return city.length() > 2 && city.endsWith("市")
                ? city.substring(0, city.length() - 1)
                : city;
    }

    @Override
    public int compareTo(Region other) {
        return IN_ORDER.compare(this, other);
    }

    /** The province, and the city where one is named: {@code 浙江 杭州}. */
    @Override
    public String toString() {
        return city.isEmpty() ? province : province + " " + city;
    }

    private static String shortName(@Nullable String province) {
        String name = Checks.text("province", Checks.required("province", province), 32).strip();
        if (SHORT.contains(name)) {
            return name;
        }
        Matcher chinese = CHINESE.matcher(name);
        if (chinese.matches()) {
            return chinese.group(1).equals(SHORTER) ? "内蒙古" : chinese.group(1);
        }
        if (name.isEmpty()) {
            throw new IllegalArgumentException("province is empty");
        }
        String shorter = name.length() > 2 ? SUFFIX.matcher(name).replaceFirst("") : name;
        return shorter.isBlank() ? name : shorter;
    }
}
