package io.waybillguard.local.sandbox;

/** The calls under {@code /sandbox}: the book, and how to behave. Never misbehave themselves. */
final class BehaviourCalls {

    private final Counterpart counterpart;
    private final Misbehaviour misbehaviour;

    BehaviourCalls(Counterpart counterpart, Misbehaviour misbehaviour) {
        this.counterpart = counterpart;
        this.misbehaviour = misbehaviour;
    }

    Answer answer(Call call) {
        if (call.is("GET", "sandbox", "book")) {
            return Answer.json(200, counterpart.book());
        }
        if (call.is("PUT", "sandbox", "behaviour")) {
            return tell(call.bodyAs(Behaviour.class));
        }
        if (call.is("DELETE", "sandbox", "behaviour")) {
            return tell(Behaviour.NORMAL);
        }
        return call.is("GET", "sandbox", "behaviour")
                ? Answer.json(200, misbehaviour.current())
                : Answer.notFound();
    }

    private Answer tell(Behaviour behaviour) {
        if (!counterpart.knows(behaviour.mode())) {
            throw new BadCall(422, behaviour.mode() + " is nothing this sandbox can do");
        }
        misbehaviour.tell(behaviour);
        return Answer.json(200, misbehaviour.current());
    }
}
