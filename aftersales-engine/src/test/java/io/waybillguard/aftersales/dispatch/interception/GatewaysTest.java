package io.waybillguard.aftersales.dispatch.interception;

import static io.waybillguard.aftersales.dispatch.interception.Interceptions.NOON;
import static io.waybillguard.aftersales.dispatch.interception.Interceptions.aRequest;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.aftersales.dispatch.ListenerSettings;
import io.waybillguard.aftersales.dispatch.TestParties;
import io.waybillguard.aftersales.dispatch.TestServer.Mode;
import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.Already;
import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.Cancelled;
import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.Known;
import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.NeverSeen;
import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.NotAsked;
import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.NotCancelled;
import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.NothingKnown;
import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.Unaskable;
import io.waybillguard.aftersales.dispatch.interception.CourierAnswer.Uncancellable;
import io.waybillguard.aftersales.dispatch.interception.GatewaySettings.Kind;
import io.waybillguard.events.interception.InterceptionCommand;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.util.unit.DataSize;

/** Every gateway against a server that speaks its provider's words, and checks its signature. */
class GatewaysTest {

    private final TestProviders providers = new TestProviders();
    private final InterceptionCommand zto = aRequest("r-1", "o-1", "ZTO");
    private final InterceptionCommand sf = aRequest("r-2", "o-2", "SF");
    private final InterceptionCommand yto = aRequest("r-3", "o-3", "YTO");

    @AfterEach
    void close() {
        providers.close();
    }

    private GatewaySettings gateway(Kind kind, String shop, String courier) {
        String path =
                switch (kind) {
                    case HTTP -> "";
                    case KUAIDI100 -> "/kuaidi100";
                    case ZTO -> "/zto/";
                    case SF -> "/sf";
                };
        return new GatewaySettings(
                shop,
                courier,
                kind,
                URI.create(providers.url() + path),
                TestProviders.KEY,
                TestProviders.SECRET,
                kind == Kind.KUAIDI100 ? Map.of("partner-id", "month-1", "net", "hz") : Map.of(),
                Map.of());
    }

    static InterceptionSettings settings(@Nullable URI url, List<GatewaySettings> gateways) {
        return new InterceptionSettings(
                url,
                gateways,
                URI.create("https://guard.example/"),
                List.of("a-secret-of-callbacks"),
                null,
                2,
                Duration.ofHours(24),
                Duration.ofMinutes(30),
                Duration.ofMinutes(1),
                DataSize.ofKilobytes(64),
                new ListenerSettings("group", 1, 1, Duration.ofSeconds(1), Duration.ofSeconds(2)));
    }

    private CourierGateway gateways(GatewaySettings... some) {
        return new Gateways(
                TestParties.patient(),
                settings(URI.create("http://127.0.0.1:9"), List.of(some)),
                Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private CourierGateway all() {
        return gateways(
                gateway(Kind.ZTO, "*", "ZTO"),
                gateway(Kind.SF, "*", "SF"),
                gateway(Kind.KUAIDI100, "*", "*"));
    }

    private static Known known(Standing standing) {
        return new Known(standing, null);
    }

    @Test
    void ztoTakesARequestAnswersQuestionsAndLetsGo() {
        CourierGateway gateway = all();

        assertThat(gateway.query(zto)).isEqualTo(new NeverSeen());
        assertThat(gateway.cancel(zto)).isEqualTo(new NotCancelled("ZTO_INTERCEPT_NOT_FOUND"));
        assertThat(gateway.request(zto)).isEqualTo(known(new Standing.Accepted()));
        assertThat(gateway.request(zto)).isEqualTo(new Already());
        assertThat(gateway.query(zto)).isEqualTo(known(new Standing.Accepted()));
        providers.stand("拦截成功");
        assertThat(gateway.query(zto)).isEqualTo(known(new Standing.Succeeded()));
        providers.stand("拦截失败");
        assertThat(gateway.query(zto)).isEqualTo(known(new Standing.Failed("NOT_STOPPED")));
        providers.stand("?");
        assertThat(gateway.query(zto)).isEqualTo(new NothingKnown("status-unknown"));
        assertThat(gateway.cancel(zto)).isEqualTo(new Cancelled());

        assertThat(providers.released()).containsExactly(zto.parcel().waybill());
        assertThat(providers.taken(zto.parcel().waybill()).toString())
                .isEqualTo(
                        """
                        {"billCode":"%s","requestId":"ic-r-1","thirdBizNo":"o-1",\
                        "destinationType":"2","customerId":""}\
                        """
                                .formatted(zto.parcel().waybill()));
    }

    @Test
    void anotherRequestForTheSameParcelIsNotOurs() {
        CourierGateway gateway = all();
        gateway.request(zto);

        assertThat(gateway.query(aRequest("r-9", "o-1", "ZTO")))
                .isEqualTo(new NothingKnown("about-another"));
    }

    @Test
    void sfTakesARequestOnceCannotBeAskedAndLetsGo() {
        CourierGateway gateway = all();

        assertThat(gateway.request(sf)).isEqualTo(known(new Standing.Accepted()));
        assertThat(gateway.request(sf)).isEqualTo(new Already());
        assertThat(gateway.query(sf)).isEqualTo(new Unaskable());
        assertThat(gateway.cancel(sf)).isEqualTo(new Cancelled());

        assertThat(providers.taken()).hasSize(1);
        assertThat(TestProviders.form(providers.posts().getFirst().body()))
                .containsEntry("requestID", "ic-r-2")
                .containsEntry("serviceCode", "EXP_RECE_WANTED_INTERCEPT");
        assertThat(providers.taken(sf.parcel().waybill()).get("deliverDate").asString())
                .isEqualTo("2026-11-20");
    }

    @Test
    void kuaidi100TakesARequestWithAllItsFieldsAndNothingElse() {
        CourierGateway gateway = all();

        assertThat(gateway.request(yto)).isEqualTo(known(new Standing.Accepted()));
        assertThat(gateway.query(yto)).isEqualTo(new Unaskable());
        assertThat(gateway.cancel(yto)).isEqualTo(new Uncancellable());

        var param = providers.taken(yto.parcel().waybill());
        assertThat(param.get("kuaidicom").asString()).isEqualTo("yuantong");
        assertThat(param.get("partnerId").asString()).isEqualTo("month-1");
        assertThat(param.get("net").asString()).isEqualTo("hz");
        assertThat(param.get("orderId").asString()).isEqualTo("ic-r-3");
        assertThat(param.get("interceptType").asString()).isEqualTo("RETURN_SEND_ADDR");
        assertThat(param.get("callbackUrl").asString())
                .isEqualTo(
                        "https://guard.example/callbacks/interceptions/kuaidi100/YTO"
                                + "?order=o-3&request=ic-r-3");
    }

    @Test
    void aCourierThatKuaidi100DoesNotServeIsNotAsked() {
        assertThat(all().request(aRequest("r-4", "o-4", "NOBODY")))
                .isEqualTo(known(new Standing.Failed("COURIER_NOT_SERVED")));
        assertThat(providers.posts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ZTO,'{\"status\":false,\"statusCode\":\"S203\"}',failed ZTO_S203",
        "ZTO,'{\"status\":false,\"statusCode\":\"SYS999\"}',unknown code-SYS999",
        "ZTO,'{\"status\":true}',unknown code-OTHER",
        "ZTO,'[]',unknown http-200-unexpected",
        "SF,'{\"apiResultCode\":\"A1006\"}',failed SF_A1006",
        "SF,'{\"apiResultCode\":\"A1099\"}',unknown code-A1099",
        "SF,'{\"apiResultCode\":\"A1007\"}',already",
        "SF,'{\"apiResultCode\":\"A1000\",\"apiResultData\":\"{\\\"success\\\":false,\\\"errorCode\\\":\\\"8252\\\"}\"}',failed"
            + " SF_8252",
        "SF,'{\"apiResultCode\":\"A1000\",\"apiResultData\":\"x\"}',unknown no-result",
        "SF,'{\"apiResultCode\":\"A1000\"}',unknown no-result",
        "YTO,'{\"result\":false,\"returnCode\":\"503\"}',failed KUAIDI100_503",
        "YTO,'{\"result\":false,\"returnCode\":\"501\"}',unknown code-501",
        "YTO,'{\"result\":false,\"returnCode\":\"call 138\"}',failed KUAIDI100_OTHER",
        "YTO,'{\"result\":true}',unknown code-OTHER"
    })
    void codesAreTurnedIntoOutcomes(String courier, String body, String expected) {
        providers.answers(body);

        assertThat(told(all().request(aRequest("r-5", "o-5", courier)))).isEqualTo(expected);
    }

    @Test
    void anInstallationMayKnowACodeBetter() {
        GatewaySettings plain = gateway(Kind.SF, "*", "SF");
        GatewaySettings knowing =
                new GatewaySettings(
                        "*",
                        "SF",
                        Kind.SF,
                        plain.url(),
                        plain.key(),
                        plain.secret(),
                        Map.of(),
                        Map.of("8252", Meaning.ALREADY));
        providers.answers(
                "{\"apiResultCode\":\"A1000\",\"apiResultData\":"
                        + "\"{\\\"success\\\":false,\\\"errorCode\\\":\\\"8252\\\"}\"}");

        assertThat(gateways(knowing).request(sf)).isEqualTo(new Already());
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void whateverARequestMeetsNothingIsMadeUp(Mode mode) {
        CourierGateway gateway = all();
        for (InterceptionCommand command : List.of(zto, sf, yto)) {
            providers.onPosts(mode);

            String told = told(gateway.request(command));

            assertThat(told).startsWith(mode == Mode.NORMAL ? "accepted" : "unknown");
        }
    }

    @Test
    void aProviderKnownToBeDownIsNotAskedAndTheOthersAre() {
        CourierGateway gateway =
                new Gateways(
                        TestParties.breakingAfter(1),
                        settings(
                                URI.create("http://127.0.0.1:9"),
                                List.of(
                                        gateway(Kind.ZTO, "*", "ZTO"),
                                        gateway(Kind.SF, "*", "SF"))),
                        Clock.fixed(NOON, ZoneOffset.UTC));
        providers.onPosts(Mode.ERROR_500);
        gateway.request(zto);

        assertThat(gateway.request(zto)).isEqualTo(new NotAsked("breaker-open"));
        assertThat(gateway.cancel(zto)).isEqualTo(new NotAsked("breaker-open"));
        assertThat(gateway.request(sf)).isEqualTo(known(new Standing.Accepted()));
    }

    @Test
    void theGatewayThatIsMeantMostIsTaken() {
        List<GatewaySettings> some =
                List.of(
                        gateway(Kind.KUAIDI100, "*", "*"),
                        gateway(Kind.KUAIDI100, "shop-1", "*"),
                        gateway(Kind.ZTO, "*", "ZTO"),
                        gateway(Kind.ZTO, "shop-1", "ZTO"),
                        gateway(Kind.SF, "shop-2", "SF"));

        assertThat(some.stream().map(each -> each.fits(zto))).containsExactly(1, 3, 2, 4, 0);
        gateways(some.toArray(GatewaySettings[]::new)).request(zto);
        assertThat(providers.posts()).singleElement().matches(p -> p.path().startsWith("/zto/"));
    }

    @Test
    void settingsTellNoKeys() {
        assertThat(settings(null, List.of(gateway(Kind.KUAIDI100, "*", "*"))).toString())
                .contains("KUAIDI100")
                .doesNotContain("secret", TestProviders.KEY, "month-1");
    }

    private static String told(CourierAnswer.ToRequest answer) {
        return switch (answer) {
            case Known(Standing.Accepted _, _) -> "accepted";
            case Known(Standing.Succeeded _, _) -> "succeeded";
            case Known(Standing.Failed(var reason), _) -> "failed " + reason;
            case Already _ -> "already";
            case NothingKnown(var why) -> "unknown " + why;
            case NotAsked(var why) -> "not asked " + why;
        };
    }
}
