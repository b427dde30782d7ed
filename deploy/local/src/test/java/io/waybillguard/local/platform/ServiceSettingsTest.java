package io.waybillguard.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ServiceSettingsTest {

    private static final Ports PORTS = new Ports(21_000);

    @TempDir Path temp;
    private DataFolder folder;

    @BeforeEach
    void open() {
        folder = DataFolder.open(temp, false);
    }

    @AfterEach
    void close() {
        folder.close();
    }

    private List<String> arguments(Service service, boolean shortDeadlines, Duration keysKept) {
        PlatformOptions options =
                new PlatformOptions(
                        temp, temp, false, null, shortDeadlines, keysKept, Duration.ofMinutes(2));
        return new ServiceSettings(PORTS, folder, options, "s3cret").argumentsOf(service);
    }

    private List<String> arguments(Service service) {
        return arguments(service, false, Duration.ofHours(24));
    }

    @ParameterizedTest
    @EnumSource
    void everyServiceListensOnThisMachineOnlyAndKnowsTheBroker(Service service) {
        assertThat(arguments(service))
                .contains(
                        "--server.address=127.0.0.1",
                        "--server.port=" + PORTS.of(service.port()),
                        "--waybill.kafka.bootstrap-servers=127.0.0.1:21007",
                        "--waybill.kafka.partitions=4",
                        "--waybill.streams.state-dir="
                                + temp.resolve("state").resolve(service.module()));
    }

    @Test
    void theTrackerHasASignedAndAnOpenAccount() {
        assertThat(arguments(Service.TRACKER))
                .contains(
                        "--waybill.tracker.accounts[0].account=demo",
                        "--waybill.tracker.accounts[0].secrets[0]=demo-salt",
                        "--waybill.tracker.accounts[1].account=open",
                        "--waybill.tracker.accounts[1].unsigned=true");
    }

    @Test
    void theEngineKnowsTheSandboxesAndHowToBeCalledBack() {
        assertThat(arguments(Service.ENGINE))
                .contains(
                        "--waybill.engine.payout.url=http://127.0.0.1:21004",
                        "--waybill.engine.interception.url=http://127.0.0.1:21005",
                        "--waybill.engine.interception.callback-url=http://127.0.0.1:21002",
                        "--waybill.engine.interception.secret=s3cret",
                        "--waybill.engine.access[0].shop=*",
                        "--waybill.engine.backtests.dir="
                                + temp.resolve("state").resolve("backtests"));
    }

    @Test
    void theEngineAsksSomeCouriersInTheProvidersOwnWords() {
        String gateway = "--waybill.engine.interception.gateways";
        assertThat(arguments(Service.ENGINE))
                .contains(
                        gateway + "[0].kind=ZTO",
                        gateway + "[0].courier=ZTO",
                        gateway + "[0].url=http://127.0.0.1:21005/zto",
                        gateway + "[0].key=sandbox",
                        gateway + "[0].secret=s3cret",
                        gateway + "[0].account.customer-id=customer-1",
                        gateway + "[1].kind=SF",
                        gateway + "[1].url=http://127.0.0.1:21005/sf",
                        gateway + "[2].kind=KUAIDI100",
                        gateway + "[2].courier=YTO",
                        gateway + "[4].courier=YUNDA")
                .noneMatch(line -> line.contains("gateways[5]"));
    }

    @Test
    void theEngineNeverPostsPastWhatThePaymentSandboxRemembers() {
        assertThat(arguments(Service.ENGINE, false, Duration.ofHours(24)))
                .contains(
                        "--waybill.engine.payout.idempotency-window=86400000ms",
                        "--waybill.engine.payout.safety-margin=1800000ms");
        assertThat(arguments(Service.ENGINE, false, Duration.ofMinutes(40)))
                .contains(
                        "--waybill.engine.payout.idempotency-window=2400000ms",
                        "--waybill.engine.payout.safety-margin=1200000ms");
    }

    @Test
    void deadlinesAreShortOnlyForAnAudience() {
        assertThat(arguments(Service.ENGINE)).noneMatch(line -> line.contains(".deadlines."));
        assertThat(arguments(Service.NOTIFIER)).noneMatch(line -> line.contains("quiet-hours"));
        assertThat(arguments(Service.ENGINE, true, Duration.ofHours(24)))
                .contains("--waybill.engine.deadlines.rejection-wait=10s")
                .noneMatch(line -> line.contains("manual-answer"));
        assertThat(arguments(Service.NOTIFIER, true, Duration.ofHours(24)))
                .contains(
                        "--waybill.notifier.quiet-hours.from=00:00",
                        "--waybill.notifier.quiet-hours.until=00:00",
                        "--waybill.notifier.channel.url=http://127.0.0.1:21006");
    }

    @Test
    void theOrderServiceTrustsThePlatformAndKeepsItsDatabaseInTheDataFolder() {
        assertThat(arguments(Service.ORDERS))
                .contains(
                        "--waybill.orders.access[0].token=local-platform",
                        "--waybill.orders.access[0].shop=*",
                        "--waybill.orders.shipped-behind=7300d",
                        "--waybill.orders.postgres-dir=" + temp.resolve("postgres"));
    }
}
