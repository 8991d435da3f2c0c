package org.clientele.backend.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.clientele.SourceUnavailableException;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A data source that goes and another that comes while somebody asks. */
class ExchangedDataSourceTest {
    private static final Map<String, String> NAME = Map.of("osgi.jndi.service.name", "clientele");

    private final H2Database database = new H2Database("exchanged");

    @BeforeEach
    void reset() {
        database.reset();
    }

    @Test
    void whatWasOpenedWhileALookFoundNoDataSourceStaysOpen() throws Exception {
        assertStaysOpen(new LateSupply(Optional.empty(), database.dataSource()));
    }

    @Test
    void whatWasOpenedWhileALookFoundTheDataSourceBeforeStaysOpen() throws Exception {
        assertStaysOpen(new LateSupply(Optional.of(database.dataSource()), database.dataSource()));
    }

    private static void assertStaysOpen(LateSupply supply) throws Exception {
        TableSettings settings = TableSettings.read(Map.of("slot", "CustomerUser"), CustomerUserTable.KIND);
        try (Contact contact = new Contact(settings, new PersistenceProvider(), changed -> supply)) {
            supply.lookBegan.await();
            OpenTable opened = contact.table(TestSource.soon());

            supply.lookMayGoOn.countDown();
            CountDownLatch looked = new CountDownLatch(1);
            contact.later(looked::countDown);
            looked.await();

            assertThat(opened.isClosed()).isFalse();
            assertThat(contact.table(TestSource.soon())).isSameAs(opened);
        }
    }

    @Test
    void aQuestionIsAskedOnceMoreOfTheDataSourceThatCameDuringIt() throws Exception {
        try (TestSource source = TestSource.withoutDataSource(Map.of())) {
            DataSource next = database.dataSource();
            Exchange exchange = new Exchange(source, next);
            exchange.first = source.services().register(DataSource.class, exchange.breaking(next), NAME);
            source.add("jdoe");
            exchange.due.set(true);

            assertThat(source.find("jdoe")).isPresent();
            assertThat(exchange.due).isFalse();
        }
    }

    @Test
    void whoWritesMeanwhileIsToldThatItWasForNothingAndMayBeDoneAgain() throws Exception {
        try (TestSource source = TestSource.withoutDataSource(Map.of())) {
            DataSource next = database.dataSource();
            Exchange exchange = new Exchange(source, next);
            exchange.first = source.services().register(DataSource.class, exchange.breaking(next), NAME);
            source.add("jdoe");
            exchange.due.set(true);

            assertThatExceptionOfType(SourceUnavailableException.class)
                    .isThrownBy(() -> source.add("next"))
                    .withMessageContaining("; CustomerUser can be asked again at once")
                    .matches(SourceUnavailableException::isWithoutEffect);
            source.add("next");
            assertThat(source.find("next")).isPresent();
        }
    }

    /** Exchanges the data source when a connection of the first is asked for, and breaks that one off. */
    private static final class Exchange {
        final AtomicBoolean due = new AtomicBoolean();
        final TestSource source;
        final DataSource next;
        TestServices.Entry first;

        Exchange(TestSource source, DataSource next) {
            this.source = source;
            this.next = next;
        }

        DataSource breaking(DataSource dataSource) {
            return (DataSource) Proxy.newProxyInstance(
                    DataSource.class.getClassLoader(),
                    new Class<?>[] {DataSource.class},
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("getConnection") && due.getAndSet(false)) {
                            source.services().unregister(first);
                            source.services().register(DataSource.class, next, NAME);
                            // whoever asks in between closes what belonged to the first
                            assertThat(source.find("jdoe")).isPresent();
                            throw new SQLException("closed with its service", "HY000");
                        }
                        try {
                            return method.invoke(dataSource, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }

    /** The first look has one answer, which it gets late; everybody else has another. */
    private static final class LateSupply implements DataSourceSupply {
        final CountDownLatch lookBegan = new CountDownLatch(1);
        final CountDownLatch lookMayGoOn = new CountDownLatch(1);
        private final Optional<DataSource> before;
        private final DataSource now;

        LateSupply(Optional<DataSource> before, DataSource now) {
            this.before = before;
            this.now = now;
        }

        @Override
        public Optional<DataSource> current() {
            if (lookMayGoOn.getCount() == 0 || !Thread.currentThread().getName().equals("clientele-CustomerUser")) {
                return Optional.of(now);
            }
            lookBegan.countDown();
            try {
                lookMayGoOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return before;
        }

        @Override
        public String missing() {
            return "the data source is not there";
        }

        @Override
        public void close() {
            // the data source is the test's
        }
    }
}
