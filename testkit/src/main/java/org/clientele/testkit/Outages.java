package org.clientele.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.clientele.SourceUnavailableException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/** Takes the storage away from the source of a test that has somebody of the login {@code john}. */
final class Outages {
    private Outages() {}

    /** The test if the fixture can take the storage away, none if it cannot. */
    static Stream<DynamicTest> test(SourceUnderTest test, String name, Executable body) throws Exception {
        try (Fixture fixture = test.fixture(List.of())) {
            return fixture.outage().stream().map(outage -> dynamicTest(name, body)).toList().stream();
        }
    }

    /** Asserts that the calls, which messages name, are unavailable while the storage is away; afterwards it is back. */
    static void assertUnavailable(Probe probe, Map<String, ThrowingCallable> calls) throws Exception {
        assertThat(probe.found("john").id()).isEqualTo("john");
        Fixture.Outage outage = probe.fixture().outage().orElseThrow();
        outage.begin();
        try {
            calls.forEach((name, call) -> assertThatThrownBy(
                            call, "%s while the storage is away ends with SourceUnavailableException", name)
                    .isInstanceOf(SourceUnavailableException.class));
        } finally {
            outage.end();
        }
        awaitAnswer(probe);
    }

    /** Waits until the source answers again, with no call but a look-up. */
    static void awaitAnswer(Probe probe) {
        await("the source answers again after the storage has come back")
                .atMost(probe.fixture().recovery())
                .until(() -> isBack(probe));
    }

    private static boolean isBack(Probe probe) {
        try {
            return probe.find("john").isPresent();
        } catch (SourceUnavailableException e) {
            return false;
        }
    }
}
