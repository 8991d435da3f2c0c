package org.clientele.testkit;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.SourceUnavailableException;
import org.clientele.field.Field;
import org.clientele.field.Fields;
import org.clientele.spi.CustomerSource;
import org.clientele.spi.CustomerUserSource;
import org.clientele.spi.Deadline;
import org.clientele.spi.SourceCondition;
import org.clientele.spi.SourceDescription;
import org.clientele.spi.SourcePage;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.SourceRecord;

/** Customers seen as people, whose logins are the customer IDs and whose last names are the names. */
final class CustomersAsPeople implements Fixture {
    private static final Map<String, String> VARIABLES =
            Map.of(Fields.CUSTOMER_ID, Fields.LOGIN, Fields.CUSTOMER_NAME, TestPerson.LAST_NAME);

    private final CustomerFixture customers;

    CustomersAsPeople(CustomerFixture customers) {
        this.customers = customers;
    }

    @Override
    public CustomerUserSource source() {
        return new Renamed(customers.source());
    }

    @Override
    public Optional<Outage> outage() {
        return customers.outage();
    }

    @Override
    public Optional<Outage> silence() {
        return customers.silence();
    }

    @Override
    public Duration recovery() {
        return customers.recovery();
    }

    @Override
    public void close() throws Exception {
        customers.close();
    }

    /** The source with other names for its fields. */
    private record Renamed(CustomerSource source) implements CustomerUserSource {
        @Override
        public SourceDescription description() {
            SourceDescription description = source.description();
            return description.withFields(
                    description.fields().stream().map(Renamed::renamed).toList());
        }

        @Override
        public SourceCondition condition() {
            return source.condition();
        }

        @Override
        public Optional<SourceRecord> find(String id, Deadline deadline) throws SourceUnavailableException {
            return source.find(id, deadline).map(Renamed::renamed);
        }

        @Override
        public SourcePage search(SourceQuery query, Deadline deadline) throws SourceUnavailableException {
            SourcePage page = source.search(query, deadline);
            return new SourcePage(
                    page.records().stream().map(Renamed::renamed).toList(), page.more(), page.truncated());
        }

        private static String renamed(String variable) {
            return VARIABLES.getOrDefault(variable, variable);
        }

        private static Field renamed(Field field) {
            return new Field(
                    renamed(field.variable()),
                    field.label(),
                    field.storage(),
                    field.shown(),
                    field.required(),
                    field.type(),
                    field.link(),
                    field.readOnly(),
                    field.linkTarget(),
                    field.linkClasses(),
                    field.maxLength(),
                    field.selections(),
                    field.range());
        }

        private static SourceRecord renamed(SourceRecord found) {
            Map<String, List<String>> fields = new LinkedHashMap<>();
            found.fields().forEach((variable, values) -> fields.put(renamed(variable), values));
            return new SourceRecord(
                    found.key(),
                    found.id(),
                    found.name(),
                    found.mailString(),
                    found.nativeId(),
                    found.validity(),
                    fields);
        }
    }
}
