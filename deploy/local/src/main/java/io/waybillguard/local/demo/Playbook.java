package io.waybillguard.local.demo;

import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** What was done so far, as the players themselves know it. */
final class Playbook {

    private final Map<OrderId, Money> paid = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Map<ParcelId, Foreseen> foreseen = new ConcurrentHashMap<>();
    private final List<Bargain> bargains = new CopyOnWriteArrayList<>();
    private final List<String> troubles = new CopyOnWriteArrayList<>();
    private final List<String> refusals = new CopyOnWriteArrayList<>();
    private final AtomicInteger over = new AtomicInteger();
    private final AtomicInteger overtaken = new AtomicInteger();

    void paid(OrderId order, Money amount) {
        paid.put(order, amount);
    }

    void asked(Asked request) {
        asked.add(request);
    }

    /** What is known of the parcel before anything is published about it. */
    void foresees(ParcelId parcel, Foreseen what) {
        foreseen.put(parcel, what);
    }

    /** A buyer answered a shop's offer. */
    void bargained(Bargain bargain) {
        bargains.add(bargain);
    }

    void trouble(String what) {
        troubles.add(what);
    }

    void wronglyAnswered(String what) {
        refusals.add(what);
    }

    /** A deadline was faster than the people of a story. */
    void overtaken() {
        overtaken.incrementAndGet();
    }

    void storyOver() {
        over.incrementAndGet();
    }

    Map<OrderId, Money> paid() {
        return Map.copyOf(paid);
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    Map<ParcelId, Foreseen> foreseen() {
        return Map.copyOf(foreseen);
    }

    List<Bargain> bargains() {
        return List.copyOf(bargains);
    }

    List<String> troubles() {
        return List.copyOf(troubles);
    }

    List<String> refusals() {
        return List.copyOf(refusals);
    }

    /** How many stories a deadline cut short. */
    int storiesOvertaken() {
        return overtaken.get();
    }

    /** How many stories are over, well or badly. */
    int storiesOver() {
        return over.get();
    }
}
