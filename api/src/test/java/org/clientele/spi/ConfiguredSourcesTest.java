package org.clientele.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.field.Fields;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

class ConfiguredSourcesTest {
    private static final String PID = "org.example.backend~CustomerUser1";
    private static final SourceDefaults DEFAULTS = new SourceDefaults(
            "Example",
            Map.of(1, "UserLogin | Username | login | 1 | 1 | var | | 0 | |"),
            List.of(Fields.LOGIN),
            "login",
            List.of(),
            List.of("login"),
            "*",
            List.of(),
            List.of(),
            0,
            false,
            false,
            false);

    private final Map<Object, Dictionary<String, ?>> services = new HashMap<>();
    private final List<String> log = new ArrayList<>();
    private final ConfiguredSources<Example> sources =
            new ConfiguredSources<>(proxy(BundleContext.class, this::register), CustomerUserSource.class) {
                @Override
                protected Example open(Map<String, Object> properties) {
                    return new Example(properties);
                }
            };

    @Test
    void aSourceGetsAllValuesAndPublishesNone() {
        sources.updated(PID, configuration("s3cret"));

        assertThat(services).hasSize(1);
        services.forEach((source, published) -> {
            assertThat(((Example) source).password).isEqualTo("s3cret");
            assertThat(Collections.list(published.keys())).containsExactlyInAnyOrder("service.pid", "slot");
            assertThat(published.get("slot")).isEqualTo("CustomerUser1");
            assertThat(published.get("service.pid")).isEqualTo(PID);
        });
    }

    @Test
    void aChangedConfigurationReplacesTheSourceThatIsTakenAwayFirst() {
        sources.updated(PID, configuration("first"));
        sources.updated(PID, configuration("second"));

        assertThat(log)
                .containsExactly("open first", "register", "unregister", "close first", "open second", "register");
        assertThat(services).hasSize(1);
    }

    @Test
    void aDeletedConfigurationTakesItsSourceAndNoOther() {
        sources.updated(PID, configuration("kept"));
        sources.updated("org.example.backend~CustomerUser2", configuration("gone"));

        sources.deleted("org.example.backend~CustomerUser2");
        sources.deleted("org.example.backend~unknown");

        assertThat(services.keySet())
                .extracting(source -> ((Example) source).password)
                .containsExactly("kept");
        assertThat(log).endsWith("unregister", "close gone");
    }

    @Test
    void nothingIsLeftWhenTheComponentIsClosedAndNothingComesAfterwards() {
        sources.updated(PID, configuration("a"));
        sources.updated("org.example.backend~CustomerUser2", configuration("b"));

        sources.close();
        sources.updated(PID, configuration("late"));

        assertThat(services).isEmpty();
        assertThat(log).contains("close a", "close b").doesNotContain("open late");
    }

    @Test
    void aSourceThatCannotBeClosedDoesNotKeepItsSuccessorAway() {
        sources.updated(PID, configuration("unclosable"));
        sources.updated(PID, configuration("next"));

        assertThat(services.keySet())
                .extracting(source -> ((Example) source).password)
                .containsExactly("next");
    }

    private static Hashtable<String, Object> configuration(String password) {
        return new Hashtable<>(Map.of("service.pid", PID, "password", password));
    }

    private Object register(String method, Object[] arguments) {
        assertThat(method).isEqualTo("registerService");
        assertThat(arguments[0]).isEqualTo(CustomerUserSource.class.getName());
        log.add("register");
        services.put(arguments[1], cast((Dictionary<?, ?>) arguments[2]));
        return proxy(ServiceRegistration.class, (name, none) -> {
            log.add(name);
            services.remove(arguments[1]);
            return null;
        });
    }

    @SuppressWarnings("unchecked")
    private static Dictionary<String, ?> cast(Dictionary<?, ?> dictionary) {
        return (Dictionary<String, ?>) dictionary;
    }

    private interface Call {
        Object invoke(String method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (p, method, arguments) -> call.invoke(method.getName(), arguments)));
    }

    private final class Example implements CustomerUserSource, AutoCloseable {
        private final String password;
        private final SourceDescription description;

        Example(Map<String, Object> properties) {
            password = String.valueOf(properties.get("password"));
            description = SourceSettings.read(new Settings(properties), DEFAULTS);
            log.add("open " + password);
        }

        @Override
        public SourceDescription description() {
            return description;
        }

        @Override
        public SourceCondition condition() {
            return SourceCondition.of(List.of());
        }

        @Override
        public Optional<SourceRecord> find(String id, Deadline deadline) {
            return Optional.empty();
        }

        @Override
        public SourcePage search(SourceQuery query, Deadline deadline) {
            return new SourcePage(List.of(), false, false);
        }

        @Override
        public void close() {
            log.add("close " + password);
            if (password.equals("unclosable")) {
                throw new IllegalStateException("as the test wants it");
            }
        }
    }
}
