package io.waybillguard.tracker.parcel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProvincesTest {

    @ParameterizedTest
    @CsvSource({
        "成都转运中心, 四川",
        "新疆乌鲁木齐公司, 新疆",
        "'四川,成都市,双流区', 四川",
        "上海南京路营业部, 上海",
        "呼和浩特转运中心, 内蒙古",
        "齐齐哈尔, 黑龙江",
        "张家港, 江苏",
        "张家界, 湖南",
        "义乌, 浙江",
        "海南海口, 海南",
        "天, ''",
        "'', ''",
        "城东转运中心, ''",
        "Leipzig, ''",
    })
    void aPlaceIsInTheProvinceThatItsNameBeginsWith(String place, String province) {
        assertThat(Provinces.of(place)).isEqualTo(province);
    }
}
