package org.clientele.itests.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.util.json.JSONObject;
import com.unboundid.util.json.JSONValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** {@code kill -9} in the midst of writing: what was acknowledged is there after the next start. */
class KillIT {
    private static final String CUSTOMER = "KILLED";
    private static final int WRITERS = 4;
    private static final int KILLS = 2;
    private static final int SEED = 9;

    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Random random = new Random(SEED);

    @Test
    void everyAcknowledgedAddSurvives() throws Exception {
        try (Instance instance = Instance.emptyWithGeneratedPassword()) {
            instance.start();
            String password = instance.generatedPassword();
            assertThat(password).matches("[A-Za-z0-9]{24}");
            assertThat(instance.said())
                    .contains(
                            instance.address() + "/customer-users",
                            "admin",
                            instance.passwordFile().toString())
                    .doesNotContain(password);
            Web web = instance.web();
            assertThat(web.post("/customers/add", Web.customer(web.token(), CUSTOMER))
                            .statusCode())
                    .isEqualTo(303);
            for (int kill = 0; kill < KILLS; kill++) {
                int before = acknowledged.size();
                writeUntilKilled(instance, kill);
                assertThat(acknowledged).as("acknowledged adds").hasSizeGreaterThan(before);
                instance.start();
                assertThat(instance.generatedPassword()).isEqualTo(password);
                assertThat(logins(instance.web())).doesNotHaveDuplicates().containsAll(acknowledged);
            }
            assertThat(instance.stop("TERM")).isZero();
        }
    }

    private void writeUntilKilled(Instance instance, int round) throws Exception {
        String token = instance.web().token();
        CountDownLatch first = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                String prefix = "round" + round + "-writer" + writer + "-";
                writers.add(threads.submit(() -> write(instance.web(), token, prefix, first)));
            }
            assertThat(first.await(30, TimeUnit.SECONDS)).as("a first add").isTrue();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1_000 + random.nextInt(2_000)));
            instance.kill();
            for (Future<?> writer : writers) {
                writer.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Adds one person after the other until nobody answers any more. */
    private void write(Web web, String token, String prefix, CountDownLatch first) {
        for (int number = 0; ; number++) {
            String login = prefix + number;
            try {
                int status = web.post("/customer-users/add", Web.person(token, login, CUSTOMER))
                        .statusCode();
                if (status != 303) {
                    throw new IllegalStateException("The add of " + login + " was answered with " + status);
                }
                acknowledged.add(login);
                first.countDown();
            } catch (IOException killed) {
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static List<String> logins(Web web) throws Exception {
        List<String> logins = new ArrayList<>();
        String after = "";
        do {
            JSONObject page = web.json("/customer-users.json", "limit", "1000", "after", after);
            for (JSONValue row : page.getFieldAsArray("rows")) {
                logins.add(((JSONObject) row).getFieldAsString("login"));
            }
            after = page.getFieldAsString("next");
        } while (after != null);
        return logins;
    }
}
