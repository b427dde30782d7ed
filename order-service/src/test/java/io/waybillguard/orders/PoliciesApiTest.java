package io.waybillguard.orders;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PoliciesApiTest extends RunningService {
    private static final String POLICY =
            """
            {"refunds": {"fastRefund": true, "preShipAgreeUnder": 5000, "smallAmount": true,
                         "lostInTransitCap": 20000, "rejectThenRefund": true,
                         "sevenDayReturn": true, "postShipReturnUnder": null},
             "interception": {"normalOperation": true, "agreement": "2024-02",
                              "waybillCouriers": ["ZTO", "SF"]},
             "rules": [{"name": "cups", "categories": ["home"], "stages": [], "reasons": [],
                        "stallKinds": [], "amountUnder": 1000, "decision": "AUTO_REFUND",
                        "because": "cups break"}],
             "notices": {"language": "EN", "templates": {"REFUND_PAID": "paid"}}}
            """;

    @Test
    void aPolicyIsSetWholeUnderARisingVersion() {
        String path = "/shops/" + fresh("shop-p") + "/policy";
        assertThat(get(PLATFORM, path).body().at("/version").asInt()).isZero();

        Answer first = send(PLATFORM, "PUT", path, POLICY);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body().at("/version").asInt()).isEqualTo(1);
        assertThat(first.text("/rules/0/name")).isEqualTo("cups");
        assertThat(first.body().at("/refunds/preShipAgreeUnder").asLong()).isEqualTo(5000);

        long before = published();
        assertThat(send(PLATFORM, "PUT", path, POLICY).body()).isEqualTo(first.body());
        assertThat(published()).isEqualTo(before);

        String second = POLICY.replace("cups break", "cups fall");
        assertThat(send(PLATFORM, "PUT", path, second).body().at("/version").asInt()).isEqualTo(2);
        isProblem(
                send(PLATFORM, "PUT", path, second.replaceFirst("\\{", "{\"version\": 1, ")),
                409,
                "policy-version-old");
        isProblem(
                send(PLATFORM, "PUT", path, POLICY.replaceFirst("\\{", "{\"version\": 2, ")),
                409,
                "policy-version-taken");
        Answer present = get(PLATFORM, path);
        assertThat(present.text("/rules/0/because")).isEqualTo("cups fall");
        assertThat(send(PLATFORM, "PUT", path, present.raw().body()).body())
                .isEqualTo(present.body());
        isProblem(
                send(PLATFORM, "PUT", "/shops/other/policy", present.raw().body()), 400, "invalid");
    }

    @Test
    void aPolicyThatIsNotValidIsRefusedWithTheField() {
        Answer negative =
                send(
                        PLATFORM,
                        "PUT",
                        "/shops/shop-9/policy",
                        POLICY.replace("\"preShipAgreeUnder\": 5000", "\"preShipAgreeUnder\": -1"));
        isProblem(negative, 400, "invalid");
        assertThat(negative.text("/errors/0/field")).isEqualTo("refunds.preShipAgreeUnder");
        isProblem(
                send(
                        PLATFORM,
                        "PUT",
                        "/shops/shop-9/policy",
                        POLICY.replace("AUTO_REFUND", "GIVE_AWAY")),
                400,
                "invalid");
        isProblem(send(PLATFORM, "PUT", "/shops/shop-9/policy", "{}"), 400, "invalid");
        isProblem(
                send(
                        PLATFORM,
                        "PUT",
                        "/shops/shop-9/policy",
                        POLICY.replace("\"amountUnder\"", "\"amountFrom\": 1000, \"amountUnder\"")),
                400,
                "rule-holds-never");
        Answer misspelt =
                send(
                        PLATFORM,
                        "PUT",
                        "/shops/shop-9/policy",
                        POLICY.replace("sevenDayReturn", "sevenDaysReturn"));
        isProblem(misspelt, 400, "invalid");
        assertThat(misspelt.text("/errors/0/field")).isEqualTo("refunds.sevenDaysReturn");
    }

    @Test
    void rowsThatCannotBeMeantAreRefusedEachWithItsField() {
        String rules =
                """
                [{"name": "all", "decision": "MANUAL"},
                 {"name": "stop", "kind": "RETURN_AND_REFUND", "decision": "INTERCEPT"},
                 {"name": "all", "amountUnder": 5, "decision": "AUTO_REFUND"}]
                """;
        Answer refused = send(PLATFORM, "PUT", "/shops/shop-9/policy", withRules(rules));

        isProblem(refused, 400, "rule-holds-never");
        assertThat(refused.text("/errors/0/field")).isEqualTo("rules[1].kind");
        assertThat(refused.text("/errors/0/message")).startsWith("rule 1, stop, ");
        assertThat(refused.text("/errors/1/field")).isEqualTo("rules[2].name");
        assertThat(refused.text("/errors/2/field")).isEqualTo("rules[2]");
        isProblem(
                send(
                        PLATFORM,
                        "PUT",
                        "/shops/shop-9/policy",
                        withRules(
                                "[{\"name\": \"a\", \"reasons\": [\"BORED\"], \"decision\":"
                                        + " \"MANUAL\"}]")),
                400,
                "invalid");
    }

    @Test
    void rowsThatOverlapAreTakenWithAWarning() {
        String path = "/shops/" + fresh("shop-w") + "/policy";
        String rules =
                """
                [{"name": "small", "amountUnder": 100, "decision": "AUTO_REFUND"},
                 {"name": "far", "regions": [{"province": "新疆", "city": ""}],
                  "couriers": ["ZTO"], "orderAmountFrom": 50, "decision": "MANUAL"}]
                """;
        Answer taken = send(PLATFORM, "PUT", path, withRules(rules));

        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.text("/warnings/0/field")).isEqualTo("rules[1]");
        assertThat(taken.text("/rules/1/regions/0/province")).isEqualTo("新疆");
        Answer present = get(PLATFORM, path);
        assertThat(present.body()).isEqualTo(taken.body());
        assertThat(send(PLATFORM, "PUT", path, present.raw().body()).body())
                .isEqualTo(taken.body());
    }

    private static String withRules(String rules) {
        return POLICY.replaceFirst(
                "(?s)\"rules\": \\[.*\\],\\s*\"notices\"", "\"rules\": " + rules + ", \"notices\"");
    }
}
