package io.waybillguard.tracker.lines;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "快件已到达【成都转运中心】",
                "快件已到达[成都转运中心]",
                "快件已到达【 成都 转运中心 】",
                "【成都转运中心公司】 已收入",
                "【成都中转】已发出",
                "【成都中转站】已发出 下一站【深圳转运中心】",
                "[成都中转部]已发出",
                "快件已到达成都转运中心",
                "由成都中转部 发往 深圳中转部",
                "您的快件离开成都转运中心，已发往深圳转运中心",
                "快件在成都中转站/装车",
            })
    void aHubHasOneNameHoweverItIsWritten(String line) {
        assertThat(Places.in(line, "四川,成都市")).isEqualTo("成都转运中心");
    }

    @ParameterizedTest
    @CsvSource({
        "成都转运中心, 成都转运中心",
        "成都中转, 成都转运中心",
        "上海分拨, 上海分拨中心",
        "上海分拨中心, 上海分拨中心",
        "城东分拣部, 城东分拣中心",
        "广东省深圳市坂田公司, 广东省深圳市坂田",
        "某某有限公司, 某某",
        "转运中心, 转运中心",
        "公司, 公司",
        "城西营业部, 城西营业部",
    })
    void namesDifferInWhatTheyNameOnly(String told, String name) {
        assertThat(Places.named(told)).isEqualTo(name);
    }

    @Test
    void aHubAndTheTownItStandsInAreTwoPlaces() {
        assertThat(Places.in("快件已到达【成都】", "")).isEqualTo("成都");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "快件已发往【杭州】 | ''",
                "快件已发往转运中心 | ''",
                "快件发往 杭州转运中心 | ''",
                "问题件【超区】 | ''",
                "已代签收【物业】 | ''",
                "【***】的【城西】派件 | 城西",
                "【78900000】在【城西】 | 城西",
                "【签收】快件已签收 | ''",
                "【【城西】已收入 | 城西",
            })
    void whatIsNoPlaceOrOnlyTheNextIsPassedOver(String line, String place) {
        assertThat(Places.in(line, "")).isEqualTo(place);
    }

    @Test
    void withoutAPlaceInTheWordsTheAreaIsTaken() {
        assertThat(Places.in("已揽收", " 四川,成都市,双流区 ")).isEqualTo("四川,成都市,双流区");
        assertThat(Places.in("已揽收", "区".repeat(99))).hasSize(40);
        assertThat(Places.in("已揽收", "13912345678")).isEqualTo("***");
    }
}
