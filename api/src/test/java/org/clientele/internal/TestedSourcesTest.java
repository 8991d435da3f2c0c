package org.clientele.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.clientele.InvalidInputException;
import org.clientele.SourceDraft;
import org.clientele.SourceUnavailableException;
import org.clientele.TestStep;
import org.clientele.TestStep.Result;
import org.clientele.spi.TestRun;
import org.clientele.spi.TestableSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationPlugin;

class TestedSourcesTest {
    private static final String PID = "org.clientele.backend.sample";
    private static final String SECRET = "planted-secret ünal";
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final CallThreads threads = new CallThreads();
    private final Placeholders placeholders = new Placeholders();
    private final AtomicReference<Map<String, Object>> seen = new AtomicReference<>(Map.of());

    @AfterEach
    void stopThreads() {
        threads.close();
    }

    /** What an author would write. */
    private record BackEnd(String factoryPid, Script script) implements TestableSource {
        @Override
        public void test(Map<String, Object> draft, TestRun run) {
            script.play(draft, run);
        }
    }

    private interface Script {
        void play(Map<String, Object> draft, TestRun run);
    }

    private TestedSources tests(Duration limit, Script script, Configuration... configurations) {
        ConfigurationAdmin admin = proxy(ConfigurationAdmin.class, configurations);
        TestedSources tests = new TestedSources(new SlotConfigurations(admin), placeholders, threads, limit);
        tests.bindBackEnd(new BackEnd(PID, script), proxy(ServiceReference.class, null));
        return tests;
    }

    private static <T> T proxy(Class<T> type, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                TestedSourcesTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> answer));
    }

    private static Configuration configuration(String slot, Map<String, String> properties) {
        Hashtable<String, Object> all = new Hashtable<>(properties);
        all.put("service.factoryPid", PID);
        all.put("service.pid", PID + "~" + slot);
        return (Configuration) Proxy.newProxyInstance(
                TestedSourcesTest.class.getClassLoader(),
                new Class<?>[] {Configuration.class},
                (proxy, method, arguments) ->
                        method.getName().equals("getPid") ? PID + "~" + slot : new Hashtable<>(all));
    }

    private static SourceDraft draft(Map<String, Object> properties) {
        return new SourceDraft(PID, "CustomerUser7", properties);
    }

    private void keep(Map<String, Object> draft, TestRun run) {
        seen.set(draft);
        run.step("look", SECOND, report -> {
            report.say("the password is " + draft.get("userPw"));
            report.detail("url?x=" + draft.get("address"));
            return true;
        });
    }

    /** Replaces one placeholder, as the plug-in of Karaf does. */
    private static ConfigurationPlugin resolving(String key, String value) {
        return new ConfigurationPlugin() {
            @Override
            public void modifyConfiguration(ServiceReference<?> reference, Dictionary<String, Object> properties) {
                if (properties.get(key) != null) {
                    properties.put(key, value);
                }
            }
        };
    }

    @Test
    void theBackEndGetsADraftAsConfigAdminWouldDeliverIt() throws Exception {
        placeholders.bindPlugin(resolving("userPw", SECRET), Map.of());
        placeholders.bindPlugin(resolving("host", "wrong"), Map.of(ConfigurationPlugin.CM_TARGET, "another.pid"));
        List<TestStep> told = new ArrayList<>();

        List<TestStep> steps =
                tests(SECOND, this::keep).test(draft(Map.of("userPw", "$[secret:directory]", "host", "a")), told::add);

        assertThat(steps).hasSize(1).isEqualTo(told);
        assertThat(seen.get())
                .containsEntry("userPw", SECRET)
                .containsEntry("host", "a")
                .containsEntry("service.pid", PID + "~CustomerUser7")
                .containsEntry("service.factoryPid", PID);
    }

    @Test
    void noSecretIsInAStepWhateverTheBackEndSays() throws Exception {
        placeholders.bindPlugin(resolving("address", "secret-address-4711"), Map.of());
        SourceDraft draft = draft(Map.of("userPw", SECRET, "address", "$[secret:address]"));

        TestStep step = tests(SECOND, this::keep).test(draft, told -> {}).get(0);

        assertThat(step.message()).isEqualTo("the password is •••");
        assertThat(step.details()).containsExactly("url?x=•••");
        assertThat(step.toString() + draft + placeholders.resolve(draft.properties(), PID, null))
                .doesNotContain(SECRET, "4711");
    }

    @Test
    void aPlaceholderThatNobodyResolvesEndsTheTestBeforeAnybodySignsIn() throws Exception {
        List<TestStep> steps = tests(SECOND, this::keep).test(draft(Map.of("userPw", "$[secret:absent]")), step -> {});

        assertThat(steps).singleElement().satisfies(step -> {
            assertThat(step.result()).isEqualTo(Result.FAILED);
            assertThat(step.name()).isEqualTo("settings");
            assertThat(step.details()).singleElement().asString().startsWith("userPw is $[secret:absent]");
        });
        assertThat(seen.get()).isEmpty();
    }

    @Test
    void aConfiguredSlotIsTestedWithItsConfigurationAsItStands() throws Exception {
        TestedSources tests = tests(SECOND, this::keep, configuration("CustomerUser3", Map.of("host", "カス")));

        tests.test("CustomerUser3", step -> {});

        assertThat(seen.get()).containsEntry("host", "カス").containsEntry("service.pid", PID + "~CustomerUser3");
        assertThat(tests.slots()).containsExactly("CustomerUser3");
        assertThat(tests.backEnds()).containsExactly(PID);
    }

    @Test
    void whoHasNoTestOrIsNotThereSaysSo() {
        TestedSources tests = tests(SECOND, this::keep);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> tests.test("CustomerUser9", step -> {}))
                .withMessageContaining("CustomerUser9");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> tests.test(new SourceDraft("com.example.crm", "", Map.of()), step -> {}))
                .withMessageContaining("com.example.crm offers no test");
    }

    @Test
    void aBackEndThatHangsKeepsNobodyWaitingAndIsInterrupted() throws Exception {
        AtomicBoolean interrupted = new AtomicBoolean();
        Script hanging = (draft, run) -> {
            run.step("first", SECOND, report -> true);
            run.step("second", SECOND, report -> {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    interrupted.set(true);
                    throw e;
                }
                return true;
            });
        };

        List<TestStep> steps = tests(Duration.ofSeconds(2), hanging).test(draft(Map.of()), step -> {});

        assertThat(steps).extracting(TestStep::name).containsExactly("first", "test");
        assertThat(steps.get(1).result()).isEqualTo(Result.FAILED);
        await().untilTrue(interrupted);
    }

    @Test
    void aCallerThatIsInterruptedGetsTheStepsSoFar() throws Exception {
        Script hanging = (draft, run) -> run.step("wait", SECOND, report -> {
            new CountDownLatch(1).await();
            return true;
        });
        Thread.currentThread().interrupt();
        List<TestStep> steps = tests(Duration.ofMinutes(1), hanging).test(draft(Map.of()), step -> {});
        assertThat(Thread.interrupted()).isTrue();
        assertThat(steps).last().satisfies(step -> assertThat(step.message()).contains("interrupted"));
    }

    @Test
    void aBackEndThatBreaksIsAFailedStepThatDoesNotTellWhatItSaid() throws Exception {
        Script broken = (draft, run) -> {
            throw new IllegalStateException("cannot use " + SECRET);
        };
        assertThat(tests(SECOND, broken).test(draft(Map.of()), step -> {}))
                .singleElement()
                .satisfies(step -> assertThat(step.message())
                        .contains("IllegalStateException")
                        .doesNotContain(SECRET));
    }

    @Test
    void onlySoManyTestsRunAtATimeAndEachMakesRoomForTheNext() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch four = new CountDownLatch(4);
        List<Future<List<TestStep>>> running = new ArrayList<>();
        TestedSources tests = tests(
                Duration.ofMinutes(1),
                (draft, run) -> run.step("wait", SECOND, report -> {
                    four.countDown();
                    go.await();
                    return true;
                }));
        for (int i = 0; i < 4; i++) {
            running.add(threads.submit(() -> tests.test(draft(Map.of()), step -> {})));
        }
        four.await();

        assertThatExceptionOfType(SourceUnavailableException.class)
                .isThrownBy(() -> tests.test(draft(Map.of()), step -> {}));

        go.countDown();
        for (Future<List<TestStep>> test : running) {
            assertThat(test.get()).hasSize(1);
        }
        await().untilAsserted(() ->
                assertThat(tests.test(draft(Map.of()), step -> {})).hasSize(1));
    }
}
