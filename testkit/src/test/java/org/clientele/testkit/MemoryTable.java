package org.clientele.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.clientele.Validity;
import org.clientele.field.Fields;
import org.clientele.spi.Deadline;

/** The storage of a {@link MemorySource}: rows that can be away. */
final class MemoryTable {
    private final Map<String, Row> rows = new ConcurrentHashMap<>();
    private volatile boolean away;
    private boolean silent;

    /** A record of the table. */
    record Row(String login, Map<String, String> values, Validity validity) {
        Row {
            values = Map.copyOf(values);
        }

        Row with(Map<String, String> changes) {
            Map<String, String> changed = new LinkedHashMap<>(values);
            changed.putAll(changes);
            return new Row(login, changed, validity);
        }

        Row renamed(String newLogin) {
            return new Row(newLogin, values, validity).with(Map.of(Fields.LOGIN, newLogin));
        }

        static Row of(TestPerson person) {
            return new Row(person.login(), person.fields(), person.validity());
        }
    }

    MemoryTable(List<TestPerson> people) {
        people.forEach(person -> rows.put(person.login(), Row.of(person)));
    }

    synchronized void setAway(boolean value) {
        away = value;
        notifyAll();
    }

    synchronized void setSilent(boolean value) {
        silent = value;
        notifyAll();
    }

    synchronized boolean isSilent() {
        return silent;
    }

    /** Waits while the table is silent, at most until the deadline. */
    synchronized void awaitVoice(Deadline deadline) throws InterruptedException {
        while (silent && !away && !deadline.passed()) {
            wait(deadline.remainingMillis());
        }
    }

    boolean isAway() {
        return away;
    }

    List<Row> select(Predicate<Row> condition) {
        return rows.values().stream().filter(condition).toList();
    }

    void put(Row row) {
        rows.put(row.login(), row);
    }

    void remove(Row row) {
        rows.remove(row.login());
    }
}
