package org.clientele.backend.db;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.clientele.Actor;
import org.clientele.Addition;
import org.clientele.CustomerUser;
import org.clientele.CustomerUsers;
import org.clientele.DirectoryException;
import org.clientele.InvalidInputException;
import org.clientele.SourceUnavailableException;
import org.clientele.spi.CustomerSource;
import org.clientele.spi.CustomerUserSource;

/** A source with one configuration over fresh default tables, and the directory over it; both opened when asked for. */
final class Configured implements AutoCloseable {
    private final TestDatabase database;
    private final Map<String, String> keys;
    private final List<AutoCloseable> open = new ArrayList<>();
    private Optional<TestSource> source = Optional.empty();

    Configured(TestDatabase database, Map<String, String> keys) {
        this.database = database;
        this.keys = keys;
        database.reset();
    }

    TestDatabase database() {
        return database;
    }

    Map<String, String> keys() {
        return keys;
    }

    TestSource source() {
        return source(database);
    }

    /** The source over another database than the default one. */
    TestSource source(TestDatabase other) {
        if (source.isEmpty()) {
            source = Optional.of(opened(TestSource.customerUsers(other, keys)));
        }
        return source.get();
    }

    /** The source in a system whose only data source is gone. */
    TestSource waitingSource() {
        source = Optional.of(opened(TestSource.withoutDataSource(keys)));
        return source.get();
    }

    /** The customer users of this source alone. */
    CustomerUsers directory() {
        return directory(List.of(source()), List.of(keys));
    }

    /** The customer users of this source and, behind it, of one with a default configuration on a table of its own. */
    CustomerUsers directoryWithSecondSource() {
        database.run("drop table if exists second_users", "create table second_users as select * from customer_user");
        Map<String, String> second =
                Map.of("service.pid", TestDirectory.pid(1), "table", "second_users", "customerCompanySupport", "0");
        TestSource behind = opened(TestSource.customerUsers(database, second));
        return directory(List.of(source.orElseGet(this::source), behind), List.of(keys, second));
    }

    /** An addition of a person to a source, with further or other fields. */
    static CustomerUser add(CustomerUsers users, String slot, String login, Map<String, String> more)
            throws DirectoryException {
        Map<String, String> fields = new HashMap<>(
                TestSource.person(login.isEmpty() ? "nobody" : login).fields());
        fields.put("UserLogin", login);
        fields.putAll(more);
        return users.add(new Addition(slot, fields, Optional.empty(), Actor.program("admin")));
    }

    /** The outcome of a call in a word: what it answers, else the kind of its refusal. */
    static Object outcome(Callable<?> call) throws Exception {
        try {
            return call.call();
        } catch (InvalidInputException e) {
            return e.faults().values().stream()
                    .map(f -> f.kind().key())
                    .sorted()
                    .toList();
        } catch (SourceUnavailableException e) {
            return e.reason();
        } catch (DirectoryException e) {
            return e.getClass().getSimpleName();
        }
    }

    @Override
    public void close() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
    }

    private CustomerUsers directory(List<TestSource> sources, List<Map<String, String>> configurations) {
        TestSource company = opened(TestSource.customers(database, Map.of()));
        return opened(new TestDirectory(
                        sources.stream()
                                .map(one -> (CustomerUserSource) one.source())
                                .toList(),
                        configurations,
                        (CustomerSource) company.source()))
                .customerUsers();
    }

    private <T extends AutoCloseable> T opened(T closeable) {
        open.add(closeable);
        return closeable;
    }
}
