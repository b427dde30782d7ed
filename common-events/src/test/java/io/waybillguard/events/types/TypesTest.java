package io.waybillguard.events.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "收货人",
                "x/../y",
                "0123456789012345678901234567890123456789012345678901234567890123456789"
            })
    void anIdIsShortAndPlain(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OrderId(text))
                .withMessageContaining("order id");
    }

    @Test
    void moneyIsNeverNegativeAndNeverOverflows() {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.fen(-1));
        assertThatThrownBy(() -> Money.fen(Long.MAX_VALUE).plus(Money.fen(1)))
                .isInstanceOf(ArithmeticException.class);
        assertThat(Money.yuan(2).minusOrZero(Money.yuan(3))).isEqualTo(Money.ZERO);
    }

    @ParameterizedTest
    @CsvSource({"29999,true", "30000,false", "30001,false"})
    void underThreeHundredExcludesThreeHundred(long fen, boolean under) {
        assertThat(Money.fen(fen).isUnder(Money.yuan(300))).isEqualTo(under);
    }

    @ParameterizedTest
    @CsvSource({"5,0.05", "1990,19.90", "100,1.00"})
    void moneyReadsAsYuan(long fen, String yuan) {
        assertThat(Money.fen(fen)).hasToString(yuan);
    }

    @ParameterizedTest
    @CsvSource({
        "新疆维吾尔自治区,新疆",
        "广西壮族自治区,广西",
        "宁夏回族自治区,宁夏",
        "西藏自治区,西藏",
        "内蒙古自治区,内蒙古",
        "北京市,北京",
        "四川省,四川",
        "香港特别行政区,香港",
        "新疆,新疆",
        "新疆省,新疆",
        "新疆维吾尔,新疆",
        "新疆自治区,新疆",
        "新疆生产建设兵团,新疆",
        "内蒙,内蒙古",
        "内蒙古,内蒙古",
        "内蒙古自治区,内蒙古",
        "宁夏回族,宁夏",
        "西藏自治区,西藏",
        "黑龙江省,黑龙江",
        "澳门特别行政区,澳门",
        "' 青海省 ',青海",
        "法国,法国",
        "澳大利亚,澳大利亚",
        "自治区,自治区",
        "特别行政区,特别行政区",
    })
    void provincesHaveOneShortName(String given, String name) {
        assertThat(Region.of(given).province()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u3000"})
    void anEmptyProvinceIsNone(String given) {
        assertThatIllegalArgumentException().isThrownBy(() -> Region.of(given));
    }

    @Test
    void oneParcelHasOneSpelling() {
        assertThat(ParcelId.of("zto", " yt62478 ")).isEqualTo(ParcelId.of("ZTO", "YT62478"));
        assertThatIllegalArgumentException().isThrownBy(() -> ParcelId.of("ZTO", "运单"));
    }

    @Test
    void anInterceptionKnowsItsRefundAndTheOtherWayRound() {
        RefundId refund = new RefundId("r-1");

        assertThat(InterceptionId.of(refund).refund()).isEqualTo(refund);
        assertThatIllegalArgumentException().isThrownBy(() -> new InterceptionId("r-1"));
    }

    @Test
    void aProvinceCoversItsCitiesAndACityItselfHoweverItIsWritten() {
        Region city = new Region("浙江", "杭州");

        assertThat(Region.of("浙江省").covers(city)).isTrue();
        assertThat(city.covers(new Region("浙江省", "杭州市"))).isTrue();
        assertThat(city.covers(new Region("浙江", "宁波"))).isFalse();
        assertThat(city.covers(Region.of("浙江"))).isFalse();
        assertThat(Region.of("新疆").covers(city)).isFalse();
    }
}
