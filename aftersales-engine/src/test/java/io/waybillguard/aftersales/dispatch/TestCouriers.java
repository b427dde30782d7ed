package io.waybillguard.aftersales.dispatch;

import io.waybillguard.events.json.EventJson;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Couriers that keep a book of the requests they took. */
public final class TestCouriers extends TestServer {

    private final Map<String, String> requests = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> taken = new ConcurrentLinkedQueue<>();
    private final Set<String> hanging = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile String status = "ACCEPTED";
    private final ConcurrentLinkedQueue<String> released = new ConcurrentLinkedQueue<>();
    private volatile boolean lettingGo;
    private volatile int refusal;
    private volatile @Nullable Answer always;

    /** The ids of what was taken, once each. */
    public List<String> taken() {
        return List.copyOf(taken);
    }

    public void hangs(String courier) {
        hanging.add("/couriers/" + courier + "/");
    }

    public void recovers() {
        hanging.clear();
    }

    public void refusesWith(int httpStatus) {
        refusal = httpStatus;
    }

    public void answersPosts(int httpStatus, String body) {
        always = Answer.of(httpStatus, body);
    }

    /** Where every request stands from now on. */
    public void stand(String newStatus) {
        status = newStatus;
    }

    @Override
    protected Answer post(Post post) {
        hangIfTold(post.path());
        if (always != null) {
            return always;
        }
        if (refusal != 0) {
            return Answer.of(refusal, "{\"reason\":\"OUT_FOR_DELIVERY\"}");
        }
        JsonNode body = EventJson.mapper().readTree(post.body());
        String id = body.get("requestId").asString();
        if (requests.putIfAbsent(id, post.body()) == null) {
            taken.add(id);
        }
        return Answer.of(202, document(id));
    }

    @Override
    protected Answer get(String path) {
        hangIfTold(path);
        String id = path.substring(path.lastIndexOf('/') + 1);
        return requests.containsKey(id) ? Answer.of(200, document(id)) : Answer.of(404, "{}");
    }

    /** From now on it can be told to let go. */
    public void lettingGo() {
        lettingGo = true;
    }

    /** The ids of what was let go. */
    public List<String> released() {
        return List.copyOf(released);
    }

    @Override
    protected Answer delete(String path) {
        if (!lettingGo) {
            return super.delete(path);
        }
        released.add(path.substring(path.lastIndexOf('/') + 1));
        return Answer.of(204, "");
    }

    private void hangIfTold(String path) {
        if (hanging.stream().anyMatch(path::startsWith)) {
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private String document(String id) {
        JsonNode request = EventJson.mapper().readTree(requests.get(id));
        return """
        {"requestId":"%s","waybill":"%s","orderId":"%s","status":"%s",\
        "reason":"OUT_FOR_DELIVERY","at":"2026-11-20T08:00:00Z"}\
        """
                .formatted(
                        id,
                        request.get("waybill").asString(),
                        request.get("orderId").asString(),
                        status);
    }

    @Override
    public void close() {
        closed.countDown();
        super.close();
    }
}
