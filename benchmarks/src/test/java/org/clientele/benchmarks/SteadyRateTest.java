package org.clientele.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.clientele.benchmarks.AskedPage.Question;
import org.clientele.benchmarks.SteadyRate.Answers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SteadyRateTest {
    private static final Duration TIME_OF_AN_ANSWER = Duration.ofMillis(50);
    private static final Pattern ROW = Pattern.compile("row;");
    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

    private HttpServer server;
    private SteadyRate rate;

    /** It answers one request after the other. */
    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/two", exchange -> {
            LockSupport.parkNanos(TIME_OF_AN_ANSWER.toNanos());
            byte[] body = "row;row;".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        rate = new SteadyRate(new Console(address, "admin", "x"), 40);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void theTimeOfARequestHasItsWaitForThoseBeforeIt() {
        Answers answers = rate.measure(page("/two", 2), HALF_A_SECOND);

        assertThat(answers.faults()).isEmpty();
        assertThat(answers.times().count()).isEqualTo(20);
        // the last one is sent after 475 ms and answered after 20 times 50 ms
        assertThat(answers.times().max()).isGreaterThan(500_000);
    }

    @Test
    void anAnswerWithOtherRowsOrAnotherStatusIsWrong() {
        assertThat(rate.measure(page("/two", 3), HALF_A_SECOND).faults())
                .hasSize(20)
                .contains("/two has 2 rows instead of 3");
        assertThat(rate.measure(page("/none", 0), HALF_A_SECOND).faults()).contains("/none answered 404");
    }

    @Test
    void aServerThatIsNotThereIsAWrongAnswer() {
        server.stop(0);

        assertThat(rate.measure(page("/two", 2), HALF_A_SECOND).faults()).hasSize(20);
    }

    private static AskedPage page(String path, int rows) {
        return new AskedPage(path, List.of(new Question(path, ROW, rows)));
    }
}
