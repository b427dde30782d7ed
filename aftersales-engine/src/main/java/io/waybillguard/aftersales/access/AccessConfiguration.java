package io.waybillguard.aftersales.access;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The paths that need a token; couriers' callbacks are signed instead. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessSettings.class)
class AccessConfiguration {

    @Bean
    FilterRegistrationBean<BearerFilter> bearerFilter(AccessSettings settings) {
        return filter(settings, false, "/decisions/*", "/backtests/*");
    }

    /** What is about money is the platform's alone. */
    @Bean
    FilterRegistrationBean<BearerFilter> moneyFilter(AccessSettings settings) {
        return filter(settings, true, "/payouts/*", "/reconciliations/*");
    }

    private static FilterRegistrationBean<BearerFilter> filter(
            AccessSettings settings, boolean platformOnly, String... paths) {
        BearerFilter filter = new BearerFilter(settings.tokens(), platformOnly);
        FilterRegistrationBean<BearerFilter> bean = new FilterRegistrationBean<>(filter);
        bean.setName(platformOnly ? "platformBearerFilter" : "bearerFilter");
        bean.addUrlPatterns(paths);
        return bean;
    }
}
