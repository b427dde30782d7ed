package io.waybillguard.aftersales.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.springboot.bulkhead.autoconfigure.BulkheadAutoConfiguration;
import io.github.resilience4j.springboot.circuitbreaker.autoconfigure.CircuitBreakerAutoConfiguration;
import io.github.resilience4j.springboot.retry.autoconfigure.RetryAutoConfiguration;
import io.github.resilience4j.springboot.timelimiter.autoconfigure.TimeLimiterAutoConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.waybillguard.kit.kafka.DeadLetterPublisher;
import io.waybillguard.kit.kafka.EventPublisher;
import io.waybillguard.kit.kafka.KafkaSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Mockito;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** Wrong settings stop the start, and say what is wrong. */
class DispatchSettingsTest {

    /** Not a component: only this test starts it. */
    @ComponentScan
    static class Dispatching {}

    private final ApplicationContextRunner service =
            new ApplicationContextRunner()
                    .withPropertyValues(
                            "spring.config.name=dispatch",
                            "waybill.engine.payout.url=http://payment.example",
                            "waybill.engine.reconciliation.url=",
                            "waybill.engine.interception.url=http://couriers.example",
                            "waybill.engine.interception.callback-url=http://guard.example",
                            "waybill.engine.interception.secret=a-secret")
                    .withInitializer(new ConfigDataApplicationContextInitializer())
                    .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
                    .withBean(EventPublisher.class, () -> Mockito.mock(EventPublisher.class))
                    .withBean(
                            DeadLetterPublisher.class,
                            () -> Mockito.mock(DeadLetterPublisher.class))
                    .withBean(
                            KafkaSettings.class,
                            () -> new KafkaSettings("localhost:1", 2, 1, false, Map.of()))
                    .withConfiguration(
                            AutoConfigurations.of(
                                    ValidationAutoConfiguration.class,
                                    BulkheadAutoConfiguration.class,
                                    CircuitBreakerAutoConfiguration.class,
                                    RetryAutoConfiguration.class,
                                    TimeLimiterAutoConfiguration.class))
                    .withUserConfiguration(Dispatching.class)
                    .withBean("quiet", BeanPostProcessor.class, NotStarted::new);

    /** Containers are made and not started: there is no broker. */
    static final class NotStarted implements BeanPostProcessor {
        @Override
        public Object postProcessBeforeInitialization(Object bean, String name) {
            if (bean instanceof ConcurrentMessageListenerContainer<?, ?> container) {
                container.setAutoStartup(false);
            }
            return bean;
        }
    }

    @Test
    void theFileAndTheAddressesAreEnough() {
        service.run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBeansOfType(ConcurrentMessageListenerContainer.class))
                    .containsOnlyKeys("payoutListeners", "interceptionListeners");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "waybill.engine.payout.url=,'url'",
        "waybill.engine.payout.mode=htp,'DispatchModes.Mode.htp'",
        "waybill.engine.payout.posts=0,'posts'",
        "waybill.engine.payout.safety-margin=24h,'safety margin must be shorter'",
        "waybill.engine.payout.safety-margin=-1m,'must not be negative'",
        "waybill.engine.payout.url=payment.example,'must be of http or https'",
        "waybill.engine.payout.listener.pause-first=0s,'pauses must be positive'",
        "waybill.engine.payout.listener.pause-most=1ms,'pauses must be positive'",
        "waybill.engine.payout.listener.group=,'listener.group'",
        "waybill.engine.interception.safety-margin=24h,'safety margin must be shorter'",
        "waybill.engine.interception.callback-limit=0,'callback limit must be positive'",
        "waybill.engine.interception.callback-url=ftp://guard,'must be of http or https'",
        "waybill.engine.interception.url=,'url'",
        "waybill.engine.interception.callback-url=,'callbackUrl'",
        "waybill.engine.interception.secret=,'interception.secret must be given'",
        "waybill.engine.interception.waiting-after=-1s,'waiting-after must not be negative'",
        "waybill.engine.interception.gateways[0].kind=ZTOO,'GatewaySettings.Kind.ZTOO'",
        "waybill.engine.interception.gateways[0].kind=ZTO,'gateways[0].url'",
        "waybill.engine.interception.gateways[0].kind=ZTO,'must have a key and a secret'",
        "waybill.engine.interception.gateways[0].kind=SF,'cannot stop the parcels of this courier'",
        "waybill.engine.interception.mode=topics,'DispatchModes.Mode.topics'"
    })
    void aSettingThatCannotBeStopsTheStart(String setting, String told) {
        service.withPropertyValues(setting)
                .run(context ->
                        assertThat(context)
                                .getFailure()
                                .hasStackTraceContaining(told)
                                .hasStackTraceContaining(
                                        setting.startsWith("waybill.engine.payout")
                                                ? "waybill.engine.payout"
                                                : "waybill.engine.interception"));
    }

    @ParameterizedTest
    @CsvSource({
        "url=payment.example,'must be of http or https'",
        "period=0s,'must be positive'",
        "window=15m,'longer than the grace'",
        "kept=31d,'30 days at the most'",
        "breaks-kept=0,'breaksKept'",
        "page-size=1001,'pageSize'",
        "group=,'group'"
    })
    void aReconciliationThatCannotBeStopsTheStart(String setting, String told) {
        service.withPropertyValues(
                        "waybill.engine.reconciliation.url=http://payment.example",
                        "waybill.engine.reconciliation." + setting)
                .run(context -> assertThat(context).getFailure().hasStackTraceContaining(told));
    }

    @Test
    void gatewaysOfProvidersMayBeInsteadOfTheOneAddress() {
        service.withPropertyValues(
                        "waybill.engine.interception.url=",
                        "waybill.engine.interception.secret=",
                        "waybill.engine.interception.gateways[0].kind=KUAIDI100",
                        "waybill.engine.interception.gateways[0].url=https://api.example/order",
                        "waybill.engine.interception.gateways[0].key=k",
                        "waybill.engine.interception.gateways[0].secret=s",
                        "waybill.engine.interception.gateways[0].account.partner-id=p",
                        "waybill.engine.interception.gateways[0].codes.30005=ALREADY",
                        "waybill.engine.interception.gateways[1].kind=ZTO",
                        "waybill.engine.interception.gateways[1].shop=shop-1",
                        "waybill.engine.interception.gateways[1].courier=ZTO",
                        "waybill.engine.interception.gateways[1].url=https://zto.example",
                        "waybill.engine.interception.gateways[1].key=k",
                        "waybill.engine.interception.gateways[1].secret=s")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void anAccountHasOnlyWhatItsKindKnows() {
        service.withPropertyValues(
                        "waybill.engine.interception.gateways[0].kind=HTTP",
                        "waybill.engine.interception.gateways[0].url=https://one.example",
                        "waybill.engine.interception.gateways[0].account.partner-id=p")
                .run(context ->
                        assertThat(context)
                                .getFailure()
                                .hasStackTraceContaining("a field its kind does not know"));
    }

    @Test
    void twoGatewaysForTheSameParcelsStopTheStart() {
        service.withPropertyValues(
                        "waybill.engine.interception.gateways[0].kind=HTTP",
                        "waybill.engine.interception.gateways[0].url=https://one.example",
                        "waybill.engine.interception.gateways[1].kind=HTTP",
                        "waybill.engine.interception.gateways[1].url=https://two.example")
                .run(context ->
                        assertThat(context)
                                .getFailure()
                                .hasStackTraceContaining("same shop and courier"));
    }

    @Test
    void secretsMayBeAListInstead() {
        service.withPropertyValues(
                        "waybill.engine.interception.secret=",
                        "waybill.engine.interception.secrets[0]=old",
                        "waybill.engine.interception.secrets[1]=new")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void withModeTopicTheCommandsAreLeftToOthers() {
        service.withPropertyValues(
                        "waybill.engine.payout.mode=topic",
                        "waybill.engine.payout.url=",
                        "waybill.engine.interception.mode=topic",
                        "waybill.engine.interception.url=")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(context).doesNotHaveBean(ConcurrentMessageListenerContainer.class);
                });
    }
}
