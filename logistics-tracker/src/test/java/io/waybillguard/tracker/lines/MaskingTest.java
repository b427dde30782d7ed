package io.waybillguard.tracker.lines;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "【城西】派件员张三正在派件，电话13912345678 | 【城西】派件员***正在派件，电话***",
                "快递员：李四，联系电话：139****5678 | 快递员：***，联系电话：***",
                "派件人: 王小明 电话 0571-88886666 请保持畅通 | 派件人: *** 电话 *** 请保持畅通",
                "签收人是赵六 | 签收人是***",
                "由【城西】的钱七(13912345678)派送 | 由【城西】的***(***)派送",
                "业务员 诸城邱** 正在派件 | 业务员 *** 正在派件",
                "请凭取件码 8-2-3013 取件 | 请凭取件码 *** 取件",
                "投诉电话：400-888-1234 | 投诉电话：***",
                "客服 +86 139 1234 5678 | 客服 ***",
                "联系方式:6688-123 | 联系方式:***",
                "揽收员欧阳娜娜已揽收 | 揽收员***已揽收",
                "收件员 Tom Lee, 已收件 | 收件员 *** Lee, 已收件",
            })
    void phonesNamesAndCodesAreHidden(String line, String masked) {
        assertThat(Masking.mask(line)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "已签收，签收人是本人",
        "已签收,签收人是门卫",
        "快件 78900000000012 已到达【成都转运中心】",
        "运单 YT1391234567800 已发出",
        "2026-11-11 12:00:00 快件已发往【杭州】",
        "快递员正在派件",
    })
    void whatIsNobodysStays(String line) {
        assertThat(Masking.mask(line)).isEqualTo(line);
    }
}
