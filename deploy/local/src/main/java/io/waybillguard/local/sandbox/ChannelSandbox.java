package io.waybillguard.local.sandbox;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The channel that brings messages to buyers. It delivers whatever it takes, repeats too. */
public final class ChannelSandbox implements AutoCloseable {

    private final Journal<Message> journal;
    private final SandboxServer server;

    private ChannelSandbox(Journal<Message> journal, SandboxServer server) {
        this.journal = journal;
        this.server = server;
    }

    /**
     * Starts to listen on 127.0.0.1.
     *
     * @param port 0 for a free one
     * @param file the book's; what it holds from earlier is kept
     */
    public static ChannelSandbox start(int port, Path file, Clock clock) {
        Journal<Message> journal = Journal.open(file, Message.class);
        return new ChannelSandbox(
                journal, SandboxServer.start(port, new ChannelCalls(journal, clock)));
    }

    public URI base() {
        return server.base();
    }

    /** All messages taken, oldest first. */
    public List<Message> book() {
        return journal.lines();
    }

    /** Tells it how to behave from the next call on. */
    public void behave(Behaviour behaviour) {
        server.misbehaviour().tell(behaviour);
    }

    @Override
    public void close() {
        server.close();
        journal.close();
    }

    private static final class ChannelCalls implements Counterpart {

        private final Journal<Message> journal;
        private final Clock clock;
        private final Set<String> taken = new HashSet<>();

        ChannelCalls(Journal<Message> journal, Clock clock) {
            this.journal = journal;
            this.clock = clock;
            journal.lines().forEach(message -> taken.add(message.noticeId()));
        }

        @Override
        public Answer answer(Call call, Behaviour inForce) {
            if (!call.is("POST", "messages") || call.path().size() != 1) {
                return Answer.notFound();
            }
            MessageToSend message = call.bodyAs(MessageToSend.class);
            if (!call.requiredKey().equals(message.noticeId())) {
                throw new BadCall(400, "the noticeId must be the key");
            }
            if (inForce.mode() == Mode.DECLINE) {
                return Answer.problem(422, "BUYER_UNREACHABLE");
            }
            take(message);
            return Answer.json(202, Map.of("noticeId", message.noticeId()));
        }

        private synchronized void take(MessageToSend message) {
            journal.append(
                    new Message(
                            message.noticeId(),
                            message.buyerId(),
                            message.shopId(),
                            message.language(),
                            message.text(),
                            clock.instant(),
                            !taken.add(message.noticeId())));
        }

        @Override
        public List<?> book() {
            return journal.lines();
        }
    }
}
