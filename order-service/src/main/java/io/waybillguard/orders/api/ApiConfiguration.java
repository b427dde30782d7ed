package io.waybillguard.orders.api;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.waybillguard.orders.access.Caller;
import org.apache.catalina.core.StandardHost;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;

/** The API's limits and its description. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ApiSettings.class, BodySettings.class})
class ApiConfiguration {
    private static final String BEARER = "bearer";
    private static final String PROBLEM = "#/components/schemas/Problem";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Waybill Guard: orders, refunds, stalls, policies")
                                .version("v1")
                                .description(
                                        "Money is in fen, instants are UTC. Errors are"
                                                + " application/problem+json with a stable code."))
                .components(
                        new Components()
                                .addSecuritySchemes(
                                        BEARER,
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme(BEARER)))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }

    /** Whatever a call asks for, an error looks the same. */
    @Bean
    OpenApiCustomizer problemsDescribed() {
        Content content =
                new Content()
                        .addMediaType(
                                MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                new io.swagger.v3.oas.models.media.MediaType()
                                        .schema(new Schema<>().$ref(PROBLEM)));
        ApiResponse problem = new ApiResponse().description("A problem").content(content);
        return api -> {
            ModelConverters.getInstance()
                    .read(Documented.Problem.class)
                    .forEach(api.getComponents()::addSchemas);
            ModelConverters.getInstance()
                    .read(FieldError.class)
                    .forEach(api.getComponents()::addSchemas);
            api.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .forEach(operation ->
                            operation.getResponses().addApiResponse(ApiResponses.DEFAULT, problem));
        };
    }

    /** After the callers are known: who is nobody is not told how large is too large. */
    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(BodySettings settings) {
        return new FilterRegistrationBean<>(new BodyLimit(settings.limit().toBytes()));
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> tomcatProblems() {
        return factory ->
                factory.addContextCustomizers(context -> {
                    if (context.getParent() instanceof StandardHost host) {
                        host.setErrorReportValveClass(TomcatProblems.class.getName());
                    }
                });
    }
}
