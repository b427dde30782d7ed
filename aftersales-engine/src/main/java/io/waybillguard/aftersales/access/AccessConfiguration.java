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
        FilterRegistrationBean<BearerFilter> bean =
                new FilterRegistrationBean<>(new BearerFilter(new Tokens(settings.access())));
        bean.addUrlPatterns("/decisions/*", "/backtests/*");
        return bean;
    }
}
