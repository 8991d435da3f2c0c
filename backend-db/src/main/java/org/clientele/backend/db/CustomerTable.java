package org.clientele.backend.db;

import java.util.List;
import java.util.Map;
import javax.persistence.spi.PersistenceProvider;
import org.clientele.field.Fields;
import org.clientele.spi.ConfiguredSources;
import org.clientele.spi.CustomerSource;
import org.clientele.spi.RenamingSource;
import org.clientele.spi.SourceDefaults;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.cm.ManagedServiceFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Customers in tables: one source per configuration. */
@Component(
        service = ManagedServiceFactory.class,
        immediate = true,
        configurationPid = CustomerTable.PID,
        configurationPolicy = ConfigurationPolicy.IGNORE,
        property = Constants.SERVICE_PID + "=" + CustomerTable.PID)
@Designate(ocd = CustomerTableConfiguration.class, factory = true)
public final class CustomerTable extends ConfiguredSources<CustomerTable.Source> {
    static final String PID = "org.clientele.backend.db.customers";

    static final TableKind KIND = new TableKind(
            new SourceDefaults(
                    "Database",
                    Map.of(
                            1, "CustomerID | CustomerID | customer_id | 0 | 1 | var | | 0 | |",
                            2, "CustomerCompanyName | Customer | name | 1 | 1 | var | | 0 | |",
                            3, "CustomerCompanyStreet | Street | street | 1 | 0 | var | | 0 | |",
                            4, "CustomerCompanyZIP | Zip | zip | 1 | 0 | var | | 0 | |",
                            5, "CustomerCompanyCity | City | city | 1 | 0 | var | | 0 | |",
                            6, "CustomerCompanyCountry | Country | country | 1 | 0 | var | | 0 | |",
                            7, "CustomerCompanyURL | URL | url | 1 | 0 | var | {CustomerCompanyURL} | 0 | |",
                            8, "CustomerCompanyComment | Comment | comments | 1 | 0 | var | | 0 | |",
                            9, "ValidID | Valid | valid_id | 0 | 1 | int | | 0 | |"),
                    List.of(Fields.CUSTOMER_ID, Fields.CUSTOMER_NAME),
                    "customer_id",
                    List.of("customer_id", "name"),
                    List.of("customer_id", "name"),
                    "*",
                    List.of(),
                    List.of("name"),
                    86_400,
                    false,
                    false,
                    false),
            Fields.CUSTOMER_ID,
            "customer_company",
            "",
            "valid_id");

    private final BundleContext context;
    private final PersistenceProvider provider;

    @Activate
    public CustomerTable(
            BundleContext context, @Reference(target = TableSource.ECLIPSELINK) PersistenceProvider provider) {
        super(context, CustomerSource.class);
        this.context = context;
        this.provider = provider;
    }

    @Override
    protected Source open(Map<String, Object> properties) {
        return new Source(TableSettings.read(properties, KIND), provider, context);
    }

    @Deactivate
    @Override
    public void close() {
        super.close();
    }

    static final class Source extends TableSource implements CustomerSource, RenamingSource {
        Source(TableSettings settings, PersistenceProvider provider, BundleContext context) {
            super(settings, provider, changed -> DataSourceSupply.open(context, settings, changed));
        }
    }
}
