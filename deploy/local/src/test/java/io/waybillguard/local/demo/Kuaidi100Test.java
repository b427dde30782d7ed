package io.waybillguard.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybillguard.events.types.CourierCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class Kuaidi100Test {

    @Test
    void theSignatureIsUpperCaseMd5OverTextAndSalt() {
        // md5sum of {"a":1}s
        assertThat(Kuaidi100.sign("{\"a\":1}", "s")).isEqualTo("994475780ABD4D5E9F20FDD8BED82F4B");
    }

    @Test
    void aSignatureThatACourierMadeIsMadeAgain() throws Exception {
        Path folder = Path.of("../../../shared/samples/kuaidi100");
        Path param = folder.resolve("jd_304_masked_resigned.param.json");
        Assumptions.assumeTrue(Files.exists(param), "no samples here");
        String expected = Files.readString(folder.resolve("jd_304_masked_resigned.sign.txt"));
        assertThat(expected).contains(Kuaidi100.sign(Files.readString(param), "123"));
    }

    @Test
    void theTextIsEncodedAndTheSignatureCoversItAsItWasBefore() {
        assertThat(Kuaidi100.form("{\"a\":1}", "s"))
                .isEqualTo("param=%7B%22a%22%3A1%7D&sign=" + Kuaidi100.sign("{\"a\":1}", "s"));
    }

    @Test
    void withoutASaltThereIsNoSignature() {
        assertThat(Kuaidi100.form("{}", null)).isEqualTo("param=%7B%7D");
    }

    @Test
    void couriersAreFoundByTheirNamesInAnyCase() {
        assertThat(Kuaidi100.courier("ZhongTong")).isEqualTo(new CourierCode("ZTO"));
        assertThat(Kuaidi100.company(new CourierCode("JT"))).isEqualTo("jtexpress");
    }

    @Test
    void aCourierNobodyKnowsStaysAsItIs() {
        assertThat(Kuaidi100.courier("tiantian")).isEqualTo(new CourierCode("TIANTIAN"));
        assertThatThrownBy(() -> Kuaidi100.courier(""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSpoiledSetHasPushesToRefuseAndPushesToTake() {
        List<SpoiledPush> set = SpoiledPush.oneOfEach("demo", "s", 0);
        assertThat(set.stream().map(SpoiledPush::accepted)).contains(true, false);
        assertThat(set)
                .filteredOn(SpoiledPush::accepted)
                .allMatch(spoiled -> spoiled.push().body().contains("&sign="));
        assertThat(set).allMatch(spoiled -> spoiled.push().lines() == 0);
    }
}
