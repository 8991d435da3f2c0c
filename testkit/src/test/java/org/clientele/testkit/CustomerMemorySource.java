package org.clientele.testkit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.field.Fields;
import org.clientele.spi.CustomerSource;
import org.clientele.spi.SourceDescription;

/** The contract of customers kept in memory, in the columns of a login and of a last name. */
class CustomerMemorySource extends MemorySource implements CustomerSource {
    private static final Set<String> VARIABLES = Set.of(Fields.CUSTOMER_ID, Fields.CUSTOMER_NAME);
    private static final Map<String, String> SETTINGS = Map.of(
            "map.1", "CustomerID | CustomerID | login | 0 | 1 | var | | 0 | |",
            "map.5", "CustomerCompanyName | Customer | last | 1 | 1 | var | | 0 | |",
            "searchFields", "login,last",
            "searchPrefix", "*");

    CustomerMemorySource(MemoryTable table) {
        super(table, SETTINGS);
    }

    static MemoryTable table(List<TestCustomer> customers) {
        MemoryTable table = new MemoryTable(List.of());
        customers.forEach(customer -> table.put(new MemoryTable.Row(
                customer.customerId(),
                Map.of(
                        Fields.CUSTOMER_ID, customer.customerId(),
                        Fields.CUSTOMER_NAME, customer.name(),
                        Fields.LOGIN, customer.customerId(),
                        TestPerson.LAST_NAME, customer.name()),
                customer.validity())));
        return table;
    }

    @Override
    public SourceDescription description() {
        SourceDescription all = super.description();
        return all.withFields(all.fields().stream()
                .filter(field -> VARIABLES.contains(field.variable()))
                .toList());
    }
}
