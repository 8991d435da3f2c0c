package org.clientele.testkit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.clientele.AlreadyExistsException;
import org.clientele.NotFoundException;
import org.clientele.SourceUnavailableException;
import org.clientele.StaleException;
import org.clientele.Validity;
import org.clientele.field.Fields;
import org.clientele.spi.Deadline;
import org.clientele.spi.NewRecord;
import org.clientele.spi.RecordChange;
import org.clientele.spi.RenamingSource;
import org.clientele.spi.WritableSource;

/** The contract of writing kept in memory. */
class WritableMemorySource extends MemorySource implements WritableSource, RenamingSource {

    WritableMemorySource(MemoryTable table, Map<String, String> settings) {
        super(table, settings);
    }

    @Override
    public void add(NewRecord record, Deadline deadline) throws AlreadyExistsException, SourceUnavailableException {
        check(deadline);
        synchronized (table()) {
            if (row(record.id()).isPresent()) {
                throw new AlreadyExistsException(Fields.LOGIN, "This login is taken");
            }
            table().put(new MemoryTable.Row(record.id(), record.fields(), Validity.VALID));
        }
    }

    @Override
    public void update(RecordChange change, Deadline deadline)
            throws NotFoundException, StaleException, SourceUnavailableException {
        check(deadline);
        synchronized (table()) {
            MemoryTable.Row row = row(change.id()).orElseThrow(() -> new NotFoundException("There is nobody"));
            if (isStale(row, change)) {
                throw new StaleException("Somebody else changed it");
            }
            table().put(row.with(after(change)));
        }
    }

    @Override
    public void rename(RecordChange change, String newId, Deadline deadline)
            throws NotFoundException, StaleException, AlreadyExistsException, SourceUnavailableException {
        check(deadline);
        synchronized (table()) {
            MemoryTable.Row row = row(change.id()).orElseThrow(() -> new NotFoundException("There is nobody"));
            if (row(newId).filter(other -> !other.login().equals(row.login())).isPresent()) {
                throw new AlreadyExistsException(Fields.LOGIN, "This login is taken");
            }
            if (isStale(row, change)) {
                throw new StaleException("Somebody else changed it");
            }
            table().remove(row);
            table().put(row.with(after(change)).renamed(newId));
        }
    }

    static Map<String, String> after(RecordChange change) {
        Map<String, String> after = new LinkedHashMap<>();
        change.fields().forEach((variable, values) -> after.put(variable, values.after()));
        return after;
    }

    boolean isStale(MemoryTable.Row row, RecordChange change) {
        return change.fields().entrySet().stream()
                .anyMatch(field -> !row.values()
                        .getOrDefault(field.getKey(), "")
                        .equals(field.getValue().before()));
    }

    Optional<MemoryTable.Row> row(String id) {
        return table().select(row -> isId(row.login(), id)).stream().findFirst();
    }
}
