package org.clientele.testkit;

import java.util.List;
import java.util.Map;
import org.clientele.SourceUnavailableException;
import org.clientele.field.Fields;
import org.clientele.spi.CustomerMove;
import org.clientele.spi.CustomerMovingSource;
import org.clientele.spi.Deadline;

/** The contract of moving customer users kept in memory, a few at a time. */
class CustomerMovingMemorySource extends WritableMemorySource implements CustomerMovingSource {
    private static final int AT_ONCE = 100;

    CustomerMovingMemorySource(MemoryTable table) {
        super(table, Map.of());
    }

    @Override
    public int moveCustomerUsers(CustomerMove move, Deadline deadline) throws SourceUnavailableException {
        check(deadline);
        synchronized (table()) {
            List<MemoryTable.Row> concerned = table().select(row -> isConcerned(row, move)).stream()
                    .limit(AT_ONCE)
                    .toList();
            concerned.forEach(row -> table().put(row.with(Map.of(Fields.CUSTOMER, move.to()))));
            return concerned.size();
        }
    }

    boolean isConcerned(MemoryTable.Row row, CustomerMove move) {
        return move.concerns(row.values().getOrDefault(Fields.CUSTOMER, ""));
    }
}
