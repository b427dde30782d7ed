package io.waybillguard.aftersales.dispatch.interception;

import static io.waybillguard.aftersales.dispatch.interception.TestProviders.base64;
import static io.waybillguard.aftersales.dispatch.interception.TestProviders.md5;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.waybillguard.aftersales.dispatch.Outbox;
import io.waybillguard.aftersales.dispatch.interception.GatewaySettings.Kind;
import io.waybillguard.events.interception.InterceptionResult;
import io.waybillguard.events.interception.InterceptionResult.InterceptionFailed;
import io.waybillguard.events.interception.InterceptionResult.InterceptionSucceeded;
import io.waybillguard.events.topics.Topic;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class ProviderCallbackControllerTest {

    private static final String SECRET = "a-secret";
    private static final String ZTO =
            """
            {"billCode":"73100042","requestId":"ic-r-7","thirdBizNo":"o-7","status":3,\
            "statusName":"拦截成功"}\
            """;
    private static final String SF =
            """
            {"waybillNo":"SF100","requestId":"ic-r-7","orderId":"o-7","statusName":"拦截失败"}\
            """;
    private static final String PARAM =
            "{\"kuaidicom\":\"yuantong\",\"kuaidinum\":\"YT1\",\"status\":\"1\",\"message\":\"拦截成功\"}";

    private final List<InterceptionResult> told = new ArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private boolean writable = true;
    private final MockMvc http = http(Kind.KUAIDI100, Kind.ZTO, Kind.SF);

    private final class Told implements Outbox {
        @Override
        public <V> void write(Topic<V> topic, V event) {
            if (!writable) {
                throw new NotWrittenException(topic.name(), new IllegalStateException());
            }
            told.add((InterceptionResult) event);
        }
    }

    private MockMvc http(Kind... kinds) {
        List<GatewaySettings> accounts = new ArrayList<>();
        for (Kind kind : kinds) {
            for (String secret : List.of("another-secret", SECRET)) {
                accounts.add(account(kind, secret));
            }
        }
        return MockMvcBuilders.standaloneSetup(
                        new ProviderCallbackController(
                                GatewaysTest.settings(null, accounts),
                                new InterceptionResults(new Told(), meters),
                                meters))
                .build();
    }

    private static GatewaySettings account(Kind kind, String secret) {
        return new GatewaySettings(
                "shop-of-" + secret,
                kind == Kind.KUAIDI100 ? "*" : kind.name(),
                kind,
                URI.create("https://provider.example"),
                "key",
                secret,
                Map.of(),
                Map.of());
    }

    private MockHttpServletResponse zto(String body, String digest) throws Exception {
        return call("/callbacks/interceptions/zto/ZTO", body, digest);
    }

    private MockHttpServletResponse sf(String text, String time, String digest) throws Exception {
        String form =
                "msgData=" + encoded(text) + "&timestamp=" + time + "&msgDigest=" + encoded(digest);
        return call("/callbacks/interceptions/sf/SF", form, "");
    }

    private MockHttpServletResponse kuaidi100(String query, String param, String sign)
            throws Exception {
        return call(
                "/callbacks/interceptions/kuaidi100/YTO" + query,
                "param=" + encoded(param) + "&sign=" + sign,
                "");
    }

    private MockHttpServletResponse call(String path, String body, String digest) throws Exception {
        return http.perform(
                        post(URI.create(path))
                                .content(body.getBytes(StandardCharsets.UTF_8))
                                .contentType("text/plain")
                                .header("x-dataDigest", digest))
                .andReturn()
                .getResponse();
    }

    private static String sfDigest(String text, String time) {
        return base64(md5(encoded(text + time + SECRET)));
    }

    private static String kuaidi100Sign(String param, String order, String request, String number) {
        GatewaySettings account = account(Kind.KUAIDI100, SECRET);
        String salt = Kuaidi100Document.salt(account, order, request, number);
        return HexFormat.of().withUpperCase().formatHex(md5(param + salt));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void ztoIsHeardAndThanked() throws Exception {
        MockHttpServletResponse response = zto(ZTO, base64(md5(ZTO + SECRET)));

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).contains("\"SYS000\"");
        assertThat(told)
                .singleElement()
                .isInstanceOfSatisfying(
                        InterceptionSucceeded.class,
                        result -> {
                            assertThat(result.interceptionId()).hasToString("ic-r-7");
                            assertThat(result.orderId()).hasToString("o-7");
                            assertThat(result.parcel().waybill()).isEqualTo("73100042");
                        });
    }

    @Test
    void sfIsHeardAndThanked() throws Exception {
        MockHttpServletResponse response = sf(SF, "1700000000000", sfDigest(SF, "1700000000000"));

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).contains("\"0000\"");
        assertThat(told)
                .singleElement()
                .isInstanceOfSatisfying(
                        InterceptionFailed.class,
                        result -> assertThat(result.reason()).isEqualTo("NOT_STOPPED"));
    }

    @Test
    void kuaidi100IsHeardAndThanked() throws Exception {
        String sign = kuaidi100Sign(PARAM, "o-7", "ic-r-7", "YT1");
        MockHttpServletResponse response = kuaidi100("?order=o%2D7&request=ic-r-7", PARAM, sign);

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).contains("\"200\"");
        assertThat(told)
                .singleElement()
                .isInstanceOfSatisfying(
                        InterceptionSucceeded.class,
                        result -> {
                            assertThat(result.orderId()).hasToString("o-7");
                            assertThat(result.parcel()).hasToString("YTO/YT1");
                        });
    }

    @Test
    void aCallbackOfOneRequestCannotBeReplayedAsAnothers() throws Exception {
        String sign = kuaidi100Sign(PARAM, "o-7", "ic-r-7", "YT1");
        String otherParcel = PARAM.replace("YT1", "YT2");

        assertThat(kuaidi100("?order=o-7&request=ic-r-8", PARAM, sign).getStatus()).isEqualTo(401);
        assertThat(kuaidi100("?order=o-8&request=ic-r-7", PARAM, sign).getStatus()).isEqualTo(401);
        assertThat(kuaidi100("?order=o-7&request=ic-r-7", otherParcel, sign).getStatus())
                .isEqualTo(401);
        assertThat(kuaidi100("", PARAM, sign).getStatus()).isEqualTo(401);
        assertThat(told).isEmpty();
        assertThat(counted("unsigned")).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "rL0Y20zC+Fzt72VPzMSk2A=="})
    void whatIsNotSignedIsRefused(String digest) throws Exception {
        assertThat(zto(ZTO, digest).getStatus()).isEqualTo(401);
        assertThat(sf(SF, "1", digest).getStatus()).isEqualTo(401);
        assertThat(kuaidi100("?order=o-7&request=ic-r-7", PARAM, "x").getStatus()).isEqualTo(401);
        assertThat(told).isEmpty();
    }

    @Test
    void aTimestampThatIsNotTheSignedOneIsRefused() throws Exception {
        assertThat(sf(SF, "2", sfDigest(SF, "1")).getStatus()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "null",
        "[]",
        "not json",
        "{}",
        "'{\"billCode\":\"1\",\"requestId\":\"ic-r-7\",\"thirdBizNo\":\"o\",\"statusName\":\"?\"}'",
        "'{\"billCode\":\"1\",\"requestId\":\"r-7\",\"thirdBizNo\":\"o\",\"statusName\":\"拦截成功\"}'"
    })
    void whatIsSignedAndNoOutcomeIsRefused(String body) throws Exception {
        assertThat(zto(body, base64(md5(body + SECRET))).getStatus()).isEqualTo(400);
        assertThat(sf(body, "1", sfDigest(body, "1")).getStatus()).isEqualTo(400);
        assertThat(told).isEmpty();
    }

    @Test
    void aProviderWithoutAnAccountIsNotFound() throws Exception {
        MockMvc none = http(Kind.ZTO);

        assertThat(
                        none.perform(post("/callbacks/interceptions/sf/SF").content("x"))
                                .andReturn()
                                .getResponse()
                                .getStatus())
                .isEqualTo(404);
    }

    @Test
    void whatCouldNotBeWrittenIsCalledAgain() throws Exception {
        writable = false;

        assertThat(zto(ZTO, base64(md5(ZTO + SECRET))).getStatus()).isEqualTo(503);
        assertThat(counted("not_written")).isEqualTo(1);
    }

    @Test
    void whatIsTooLongIsNotRead() throws Exception {
        String body = ZTO + " ".repeat(64 * 1024);

        assertThat(zto(body, base64(md5(body + SECRET))).getStatus()).isEqualTo(413);
    }

    private double counted(String outcome) {
        return meters.counter("interception.callbacks", "outcome", outcome).count();
    }
}
