package org.clientele.customer;

import java.util.List;
import java.util.Map;
import org.clientele.DirectoryEntry;
import org.clientele.Ownership;
import org.clientele.Validity;
import org.clientele.field.Fields;

/**
 * A customer: a company.
 *
 * @param customerId the customer ID as stored
 * @param source the slot of the source that owns the customer ID, for example {@code CustomerCompany}
 * @param writable whether this record can be changed
 * @param name the name of the company
 * @param validity whether the customer may be used
 * @param ownership how sure it is that {@code source} owns the customer ID
 * @param fields values by variable, see {@link DirectoryEntry#fields}
 */
public record Customer(
        String customerId,
        String source,
        boolean writable,
        String name,
        Validity validity,
        Ownership ownership,
        Map<String, List<String>> fields)
        implements DirectoryEntry {

    public Customer {
        fields = Fields.copyOf(fields);
    }

    @Override
    public String id() {
        return customerId;
    }
}
