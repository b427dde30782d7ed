package io.waybillguard.aftersales.dispatch.interception;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where an interception stands, by the words couriers use. The numbers they send beside them are
 * not confirmed by a second source, the words are the same everywhere; the first that is found
 * counts.
 */
final class StandingWords {

    private record Word(String part, Standing standing) {}

    private static final List<Word> WORDS =
            List.of(
                    new Word("失败", new Standing.Failed("NOT_STOPPED")),
                    new Word("驳回", new Standing.Failed("REFUSED")),
                    new Word("拒绝", new Standing.Failed("REFUSED")),
                    new Word("取消", new Standing.Failed("CANCELLED")),
                    new Word("撤销", new Standing.Failed("CANCELLED")),
                    new Word("超时", new Standing.Failed("TOO_LATE")),
                    new Word("成功", new Standing.Succeeded()),
                    new Word("已拦截", new Standing.Succeeded()),
                    new Word("已退回", new Standing.Succeeded()),
                    new Word("退回中", new Standing.Succeeded()),
                    new Word("退签", new Standing.Succeeded()),
                    new Word("拦截中", new Standing.Accepted()),
                    new Word("受理", new Standing.Accepted()),
                    new Word("登记", new Standing.Accepted()),
                    new Word("处理中", new Standing.Accepted()));

    private StandingWords() {}

    /** Empty where no word is known. */
    static Optional<Standing> in(@Nullable String text) {
        return text == null
                ? Optional.empty()
                : WORDS.stream()
                        .filter(word -> text.contains(word.part()))
                        .map(Word::standing)
                        .findFirst();
    }
}
