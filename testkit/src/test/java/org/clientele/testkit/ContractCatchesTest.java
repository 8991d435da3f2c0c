package org.clientele.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Whoever breaks the contract is caught by the test that is meant for it. */
class ContractCatchesTest {

    static Stream<Class<?>> broken() {
        return Stream.of(
                        BrokenSources.class,
                        BrokenConditions.class,
                        BrokenLists.class,
                        BrokenWriters.class,
                        BrokenRenamers.class)
                .flatMap(kinds -> Arrays.stream(kinds.getDeclaredClasses()))
                .filter(kind -> !Modifier.isAbstract(kind.getModifiers()));
    }

    private static Events run(DiscoverySelector tests) {
        return EngineTestKit.engine("junit-jupiter").selectors(tests).execute().testEvents();
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aBrokenSource(Class<?> contract) {
        String test = contract.getAnnotation(CaughtBy.class).value();
        assertThat(run(selectMethod(contract, test)).failed().count())
                .as("failures of %s", test)
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                MemorySourceContractTest.class,
                WritableMemorySourceContractTest.class,
                RenamingMemorySourceContractTest.class
            })
    void nobodyWhoIsSound(Class<?> contract) {
        Events tests = run(selectClass(contract));
        assertThat(tests.failed().count()).isZero();
        assertThat(tests.succeeded().count()).isGreaterThan(10);
    }
}
