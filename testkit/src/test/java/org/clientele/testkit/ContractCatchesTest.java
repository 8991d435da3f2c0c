package org.clientele.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Whoever breaks the contract is caught by it. */
class ContractCatchesTest {

    static Stream<Class<?>> broken() {
        return Stream.of(BrokenSources.class, BrokenWriters.class)
                .flatMap(kinds -> Arrays.stream(kinds.getDeclaredClasses()))
                .filter(kind -> !Modifier.isAbstract(kind.getModifiers()));
    }

    private static Events testsOf(Class<?> contract) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(contract))
                .execute()
                .testEvents();
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aBrokenSource(Class<?> contract) {
        Events tests = testsOf(contract);
        String test = contract.getAnnotation(CaughtBy.class).value();
        assertThat(tests.failed().stream()
                        .map(event -> event.getTestDescriptor().getDisplayName()))
                .as("failed tests")
                .anyMatch(name -> name.replace("()", "").equals(test));
        assertThat(tests.succeeded().count())
                .as("tests that this fault does not touch")
                .isGreaterThan(3);
    }

    @Test
    void aSoundSourceIsNotCaught() {
        for (Class<?> contract :
                new Class<?>[] {MemorySourceContractTest.class, WritableMemorySourceContractTest.class}) {
            Events tests = testsOf(contract);
            assertThat(tests.failed().count()).isZero();
            assertThat(tests.succeeded().count()).isGreaterThan(10);
        }
    }
}
