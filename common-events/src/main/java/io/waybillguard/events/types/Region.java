package io.waybillguard.events.types;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a parcel goes, no finer than a city: an address never travels on a topic.
 *
 * @param province the short name: 新疆 for 新疆维吾尔自治区; for a place abroad, its country
 * @param city may be empty
 * @throws IllegalArgumentException for a missing or overlong province
 */
public record Region(String province, String city) {

    private static final Pattern SUFFIX = Pattern.compile("(维吾尔自治区|壮族自治区|回族自治区|自治区|特别行政区|省|市)$");

    public Region {
        province = shortName(province);
        city = Checks.text("city", city, 32);
    }

    public static Region of(String province) {
        return new Region(province, "");
    }

    private static String shortName(@Nullable String province) {
        String name = Checks.text("province", Checks.required("province", province), 32).strip();
        if (name.isEmpty()) {
            throw new IllegalArgumentException("province is empty");
        }
        return name.length() > 2 ? SUFFIX.matcher(name).replaceFirst("") : name;
    }
}
