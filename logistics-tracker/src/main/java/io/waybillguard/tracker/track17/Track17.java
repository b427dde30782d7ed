package io.waybillguard.tracker.track17;

import io.waybillguard.events.types.ParcelId;
import io.waybillguard.kit.signing.Digests;
import io.waybillguard.tracker.lines.TrackingReader;
import io.waybillguard.tracker.provider.Account;
import io.waybillguard.tracker.provider.Decoded;
import io.waybillguard.tracker.provider.Json;
import io.waybillguard.tracker.provider.LineLimits;
import io.waybillguard.tracker.provider.PlainAnswer;
import io.waybillguard.tracker.provider.Provider;
import io.waybillguard.tracker.provider.Signing;
import io.waybillguard.tracker.provider.Webhook;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * 17TRACK: all events of one parcel in every push, in the format of either version; what the
 * signature is made of tells them apart. Any other answer than 200 has the push sent again.
 */
public final class Track17 implements Provider {

    public static final String NAME = "17track";

    private static final String SIGNATURE = "sign";

    private final TrackingReader reader;

    /**
     * The adapter.
     *
     * @param zone of times that name none: all of version 1, and those in version 2 whose country
     *     is not known
     * @param mostLines how many events a push may have
     */
    public Track17(LineLimits limits, ZoneId zone, int mostLines) {
        this.reader =
                new TrackingReader(
                        Track17Codes.TABLE, limits, mostLines, new Track17Push(zone)::trackings);
    }

    @Override
    public String name() {
        return NAME;
    }

    /**
     * Version 2: the hex of the SHA-256 over the exact body, a slash and the key, in a header.
     * Version 1: over the event, the exact {@code data} and the key with slashes between, beside
     * them in the body.
     */
    @Override
    public boolean isSigned(Webhook webhook, Account account) {
        String header = webhook.headers().getOrDefault(SIGNATURE, "");
        return header.isBlank()
                ? isSignedWithin(webhook.body(), account)
                : isSigned(webhook.body(), header, account);
    }

    private static boolean isSignedWithin(byte[] body, Account account) {
        return Json.object(body)
                .flatMap(push ->
                        RawMember.of(body, "data")
                                .map(data ->
                                        isSigned(
                                                covered(Json.text(push, "event"), data),
                                                Json.text(push, "sign"),
                                                account)))
                .orElse(false);
    }

    private static byte[] covered(String event, byte[] data) {
        return Signing.joined(Digests.utf8(event + "/"), data);
    }

    private static boolean isSigned(byte[] covered, String given, Account account) {
        return Signing.isMadeByOne(
                account,
                given.strip().toLowerCase(Locale.ROOT),
                key ->
                        Digests.hex(
                                Digests.sha256(Signing.joined(covered, Digests.utf8("/" + key)))));
    }

    @Override
    public Set<String> signatureHeaders() {
        return Set.of(SIGNATURE);
    }

    @Override
    public Optional<ParcelId> parcelOf(Webhook webhook) {
        return reader.parcelOf(webhook);
    }

    @Override
    public Decoded decode(Webhook webhook) {
        return reader.decode(webhook);
    }

    @Override
    public Answer answer(Outcome outcome, Webhook webhook) {
        return PlainAnswer.to(outcome);
    }
}
