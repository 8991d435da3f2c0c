package org.clientele.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Whoever breaks the contract is caught by the test that is meant for it. */
class ContractCatchesTest {

    @AfterEach
    void endLeaks() throws IOException {
        Leaks.end();
    }

    static Stream<Class<?>> broken() {
        return Stream.of(
                        BrokenLookUps.class,
                        BrokenSearches.class,
                        BrokenConditions.class,
                        BrokenPages.class,
                        BrokenLists.class,
                        BrokenCalls.class,
                        BrokenOutages.class,
                        BrokenWriters.class,
                        BrokenRenamers.class,
                        BrokenMovers.class,
                        BrokenAuthenticators.class,
                        BrokenExtensions.class,
                        BrokenCustomers.class)
                .flatMap(kinds -> Arrays.stream(kinds.getDeclaredClasses()))
                .filter(kind -> !Modifier.isAbstract(kind.getModifiers()));
    }

    private static Events run(DiscoverySelector tests) {
        return EngineTestKit.engine("junit-jupiter").selectors(tests).execute().testEvents();
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aBrokenSource(Class<?> contract) {
        CaughtBy caught = contract.getAnnotation(CaughtBy.class);
        List<String> messages = run(selectMethod(contract, caught.value())).failed().stream()
                .flatMap(event -> event.getPayload(TestExecutionResult.class).stream())
                .flatMap(result -> result.getThrowable().stream())
                .map(String::valueOf)
                .toList();
        assertThat(messages)
                .as("failures of %s", caught.value())
                .anyMatch(message -> message.contains(caught.saying()));
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                MemorySourceContractTest.class,
                WritableMemorySourceContractTest.class,
                RenamingMemorySourceContractTest.class,
                CustomerMovingMemorySourceContractTest.class,
                AuthenticatingMemorySourceContractTest.class,
                ExtensibleMemorySourceContractTest.class,
                CustomerMemorySourceContractTest.class
            })
    void nobodyWhoIsSound(Class<?> contract) {
        Events tests = run(selectClass(contract));
        assertThat(tests.failed().count()).isZero();
        assertThat(tests.succeeded().count()).isGreaterThan(7);
    }
}
