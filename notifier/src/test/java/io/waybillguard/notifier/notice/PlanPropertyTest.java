package io.waybillguard.notifier.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.notice.NoticeScene;
import io.waybillguard.events.notice.NoticeSubject;
import io.waybillguard.events.notice.PlannedNotice.NoticePlanned;
import io.waybillguard.events.policy.Language;
import io.waybillguard.events.policy.NoticeTerms;
import io.waybillguard.events.types.NoticeId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold of every sequence: each seed makes a thousand random lives of one buyer. */
class PlanPropertyTest {

    private static final int LIVES = 1000;
    private static final NoticeScene[] CASE_SCENES = {
        NoticeScene.REFUND_AGREED, NoticeScene.PLEASE_REFUSE, NoticeScene.REFUND_PAID
    };

    /**
     * Of shops that say nothing of their own, or all in their own way, or what cannot be filled.
     */
    private static final List<NoticeTerms> TERMS =
            List.of(
                    NoticeTerms.DEFAULT,
                    new NoticeTerms(Language.EN, ownWords("{order}: {courier} ({waybill})")),
                    new NoticeTerms(Language.ZH, ownWords("亲，{order} $1 \\ {waybill}")),
                    new NoticeTerms(Language.EN, ownWords("{phone} of {order}")),
                    new NoticeTerms(Language.ZH, ownWords(" ")),
                    new NoticeTerms(Language.EN, ownWords("x".repeat(1990) + "{waybill}")),
                    new NoticeTerms(Language.ZH, ownWords("y".repeat(900) + "{order}")));

    private static Map<String, String> ownWords(String template) {
        return Arrays.stream(NoticeScene.values())
                .collect(Collectors.toMap(NoticeScene::name, _ -> template));
    }

    private final Plan plan = new Plan(Given.RULES, new Composer(Given.SHANGHAI));

    @ParameterizedTest
    @ValueSource(longs = {1, 20260310, -5})
    void nobodyIsToldTwiceOrAtNightOrAgainstTheirWish(long seed) {
        Random random = new Random(seed);
        int planned = 0;
        int suppressed = 0;
        int recalled = 0;
        for (int life = 0; life < LIVES; life++) {
            Life one = new Life(random);
            one.live(10 + random.nextInt(40));
            planned += one.planned.size();
            suppressed += one.outcomes - one.planned.size();
            recalled += one.recalls;
        }
        assertThat(planned).isGreaterThan(LIVES);
        assertThat(suppressed).isGreaterThan(LIVES);
        assertThat(recalled).isGreaterThan(LIVES / 10);
    }

    private final class Life {

        private final Random random;
        private Buyer buyer = Buyer.unknown(Given.BUYER);
        private Instant now = Given.NOON;
        private final Set<Matter> told = new HashSet<>();
        private final Set<String> ids = new HashSet<>();
        private final List<NoticePlanned> planned = new ArrayList<>();
        private final Map<LocalDate, Integer> idle = new HashMap<>();
        private final Map<NoticeId, NoticePlanned> plannedById = new HashMap<>();
        private final Set<NoticeId> recalled = new HashSet<>();
        private int recalls;
        private int outcomes;
        private int heard;
        private int settledOnes;
        private final NoticeTerms terms;

        Life(Random random) {
            this.random = random;
            this.terms = TERMS.get(random.nextInt(TERMS.size()));
        }

        void live(int steps) {
            for (int step = 0; step < steps; step++) {
                now = now.plusMillis(random.nextLong(Duration.ofHours(3).toMillis()));
                fire();
                News news = news();
                take(plan.hear(buyer, news, now));
                if (random.nextInt(3) == 0) {
                    take(plan.hear(buyer, news, now));
                    heard += news instanceof News.Happened ? 1 : 0;
                }
            }
            for (int day = 0; day < 3; day++) {
                now = now.plus(Duration.ofDays(1));
                fire();
                fire();
            }
            assertThat(buyer.pending()).isEmpty();
            assertThat(settledOnes).as("every piece of news has an end").isEqualTo(heard);
        }

        private void fire() {
            Instant due = buyer.due();
            if (due != null && !due.isAfter(now)) {
                Instant late = due.plusMillis(random.nextInt(3) == 0 ? random.nextInt(5000) : 0);
                take(plan.due(buyer, late.isAfter(now) ? now : late, _ -> terms));
            }
        }

        private News news() {
            int parcel = 1 + random.nextInt(4);
            int kind = random.nextInt(16);
            News news = news(parcel, kind);
            heard += news instanceof News.Happened ? 1 : 0;
            return news;
        }

        private News news(int parcel, int kind) {
            return switch (kind) {
                case 0, 1, 2, 3, 4 -> Given.stall(parcel, 1 + random.nextInt(2), now);
                case 5 -> Given.cleared(parcel, 1 + random.nextInt(2), now);
                case 6, 7 -> Given.refund(parcel, CASE_SCENES[random.nextInt(3)], now);
                case 8 -> Given.stored(parcel, now);
                case 9 -> Given.fetched(parcel, now);
                case 10 -> Given.caseLeft(parcel, NoticeScene.PLEASE_REFUSE, now);
                case 11 -> new News.OptedOut(Given.BUYER, now);
                case 12 -> Given.offer(parcel, now.plus(Duration.ofHours(2)), now);
                case 13 -> Given.offerEnded(parcel, now);
                case 14 -> Given.offersOver(parcel, now);
                default -> new News.OptedIn(Given.BUYER, now);
            };
        }

        /** What must have been told before. */
        private static Matter following(NoticeSubject subject) {
            return new News.Happened(Given.BUYER, Given.SHOP, subject, null, "", Given.NOON)
                    .follows();
        }

        private void take(Outcome outcome) {
            boolean wished = !buyer.optedOut();
            buyer = outcome.buyer();
            outcomes += outcome.planned().size() + outcome.suppressed().size();
            settledOnes += outcome.suppressed().size();
            for (Recall recall : outcome.recalled()) {
                NoticePlanned notice = plannedById.get(recall.noticeId());
                assertThat(notice).as("recalled and never planned").isNotNull();
                assertThat(recall.notAfter()).isEqualTo(notice.notAfter()).isAfter(now);
                assertThat(recalled.add(recall.noticeId())).as("recalled again").isTrue();
                recalls++;
            }
            for (NoticePlanned notice : outcome.planned()) {
                planned.add(notice);
                settledOnes += notice.subjects().size();
                assertThat(notice.language()).isEqualTo(terms.language());
                assertThat(notice.text()).isNotBlank().hasSizeLessThanOrEqualTo(2000);
                assertThat(notice.text()).as("unfilled").doesNotContain("{", "}", "null");
                plannedById.put(notice.noticeId(), notice);
                assertThat(Given.NIGHT.contains(notice.at())).as("at night").isFalse();
                assertThat(notice.notAfter()).as("stale").isAfter(notice.at());
                assertThat(ids.add(notice.noticeId().value())).as("id again").isTrue();
                boolean essential = false;
                for (NoticeSubject subject : notice.subjects()) {
                    assertThat(told.add(Matter.of(subject, null))).as("%s again", subject).isTrue();
                    Matter first = following(subject);
                    assertThat(first == null || told.contains(first)).as("%s", subject).isTrue();
                    essential |= subject.refundId() != null;
                    assertThat(wished || subject.refundId() != null).as("unwished").isTrue();
                }
                if (!essential) {
                    int count = idle.merge(Given.NIGHT.dayOf(notice.at()), 1, Integer::sum);
                    assertThat(count).as("a day").isLessThanOrEqualTo(Given.RULES.dailyCap());
                }
            }
        }
    }
}
