package io.waybillguard.aftersales.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybillguard.aftersales.access.AccessSettings.Grant;
import io.waybillguard.events.types.ShopId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class BearerFilterTest {

    private final BearerFilter filter =
            new BearerFilter(
                    new AccessSettings(List.of(new Grant("t-1", "shop-1"), new Grant("t-all", "*")))
                            .tokens(),
                    false);
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final MockFilterChain chain = new MockFilterChain();

    private MockHttpServletRequest call(String header) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/backtests");
        request.addHeader("Authorization", header);
        filter.doFilter(request, response, chain);
        return request;
    }

    @Test
    void aShopsTokenSpeaksForTheShop() throws Exception {
        Caller caller = (Caller) call("Bearer t-1").getAttribute(Caller.ATTRIBUTE);

        assertThat(caller).isEqualTo(new Caller(new ShopId("shop-1")));
        assertThat(caller.sees(new ShopId("shop-2"))).isFalse();
    }

    @Test
    void thePlatformsTokenSeesEveryShop() throws Exception {
        Caller caller = (Caller) call("bearer t-all").getAttribute(Caller.ATTRIBUTE);

        assertThat(caller).isEqualTo(new Caller(null));
    }

    @Test
    void anUnknownTokenIsTurnedAway() throws Exception {
        call("Bearer guess");

        assertThat(response.getStatus()).isEqualTo(401);
        assertThat(response.getContentType()).startsWith("application/problem+json");
        assertThat(chain.getRequest()).isNull();
    }

    @Test
    void whatIsThePlatformsAloneIsNoShops() throws Exception {
        BearerFilter platforms =
                new BearerFilter(
                        new AccessSettings(
                                        List.of(
                                                new Grant("t-1", "shop-1"),
                                                new Grant("t-all", "*")))
                                .tokens(),
                        true);
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/payouts/parked");
        request.addHeader("Authorization", "Bearer t-1");
        platforms.doFilter(request, response, chain);
        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(chain.getRequest()).isNull();

        MockHttpServletRequest theirs = new MockHttpServletRequest("GET", "/payouts/parked");
        theirs.addHeader("Authorization", "Bearer t-all");
        platforms.doFilter(theirs, new MockHttpServletResponse(), chain);
        assertThat(chain.getRequest()).isSameAs(theirs);
    }

    @Test
    void theSameTokenTwiceIsAnError() {
        List<Grant> twice = List.of(new Grant("t", "shop-1"), new Grant("t", "shop-2"));

        assertThatThrownBy(() -> new AccessSettings(twice).tokens())
                .isInstanceOf(IllegalStateException.class);
    }
}
