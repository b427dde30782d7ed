/**
 * The notifier's topology: news of orders is brought to the buyers' partitions through the internal
 * topic {@code notifier.news}, where one record a buyer decides what is told when.
 *
 * <p>{@code notifier.news} is keyed by buyer id; its values are JSON of {@link
 * io.waybillguard.notifier.notice.News}, told apart by {@code type}: {@code
 * notifier.news-happened.v1}, {@code notifier.news-over.v1}, {@code notifier.opted-out.v1} and
 * {@code notifier.opted-in.v1}. Words of progress, {@code notifier.read-until.v1}, go to every
 * partition, behind the news that they speak of.
 *
 * <p>{@code notifier.recalls} is keyed by when a message ends and its id; its values are JSON of
 * {@link io.waybillguard.notifier.notice.Recall}.
 */
@NullMarked
package io.waybillguard.notifier.stream;

import org.jspecify.annotations.NullMarked;
