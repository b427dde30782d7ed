package io.waybillguard.tracker.lines;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a line happened: the first place in brackets, else a hub that is named in the words, else
 * the area the provider found. A hub has one name, however it is written: 成都中转, 成都转运站 and 成都转运中心公司
 * are 成都转运中心, so that a parcel's visits to it can be counted.
 */
public final class Places {

    private static final int LONGEST = 40;
    private static final int LONGEST_HUB = 20;
    private static final int SHORTEST = 2;

    private static final Pattern HUB =
            Pattern.compile("(转运|中转|分拨|分拣|集散)(?:分拨)?(?:中心|[站部场])?(?:有限)?(?:公司)?$");
    private static final Pattern BRANCH = Pattern.compile("(?:有限)?公司$");
    private static final Pattern HUB_IN_WORDS = Pattern.compile("(?:转运|中转|分拨|分拣|集散)(?:中心|[站部场])");

    /** What stands before a hub's name and is none of it. */
    private static final Pattern LEAD =
            Pattern.compile(".*(?:到达|抵达|离开|快件|您的|已经|下一站|发往|运往|前往|送往|进入|[由从在至到于的往])");

    private Places() {}

    /**
     * The place; empty when none is told.
     *
     * @param masked the line without phones and names
     * @param area such as {@code 四川,成都市,双流区}
     */
    public static String in(String masked, String area) {
        String line = Tidy.text(masked);
        String inBrackets = Brackets.placeIn(line);
        if (!inBrackets.isEmpty()) {
            return named(inBrackets);
        }
        String hub = hubIn(line);
        return named(hub.isEmpty() ? Masking.mask(area) : hub);
    }

    /** The one name of a place. */
    static String named(String place) {
        String name = place.replace(" ", "");
        Matcher hub = HUB.matcher(name);
        if (hub.find()) {
            return hub.start() < SHORTEST
                    ? shortened(place)
                    : shortened(name.substring(0, hub.start()) + hub.group(1) + "中心")
                            .replace("中转中心", "转运中心");
        }
        Matcher branch = BRANCH.matcher(name);
        return branch.find() && branch.start() >= SHORTEST
                ? shortened(name.substring(0, branch.start()))
                : shortened(place);
    }

    /** The first hub in the words that the parcel is not only sent to. */
    private static String hubIn(String line) {
        Matcher hub = HUB_IN_WORDS.matcher(line);
        while (hub.find()) {
            int start = startOfName(line, hub.start());
            Matcher lead = LEAD.matcher(line.substring(start, hub.start()));
            int name = lead.find() ? start + lead.end() : start;
            if (hub.start() - name >= SHORTEST && !Brackets.isWhereItGoes(line, name)) {
                return line.substring(name, hub.end());
            }
        }
        return "";
    }

    private static int startOfName(String line, int end) {
        int start = end;
        while (start > 0
                && end - start < LONGEST_HUB
                && Character.isLetterOrDigit(line.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static String shortened(String place) {
        return Tidy.text(place, LONGEST);
    }
}
