package org.clientele.backend.db;

import java.util.List;
import java.util.Map;
import javax.persistence.spi.PersistenceProvider;
import org.clientele.SourceUnavailableException;
import org.clientele.field.Fields;
import org.clientele.spi.AuthenticatingSource;
import org.clientele.spi.ConfiguredSources;
import org.clientele.spi.CustomerIdList;
import org.clientele.spi.CustomerIdQuery;
import org.clientele.spi.CustomerIdSource;
import org.clientele.spi.CustomerMovingSource;
import org.clientele.spi.CustomerUserSource;
import org.clientele.spi.Deadline;
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

/** Customer users in tables: one source per configuration. */
@Component(
        service = ManagedServiceFactory.class,
        immediate = true,
        configurationPid = CustomerUserTable.PID,
        configurationPolicy = ConfigurationPolicy.IGNORE,
        property = Constants.SERVICE_PID + "=" + CustomerUserTable.PID)
@Designate(ocd = CustomerUserTableConfiguration.class, factory = true)
public final class CustomerUserTable extends ConfiguredSources<CustomerUserTable.Source> {
    static final String PID = "org.clientele.backend.db";

    static final TableKind KIND = new TableKind(
            new SourceDefaults(
                    "Database",
                    Map.ofEntries(
                            Map.entry(1, "UserTitle | Title or salutation | title | 1 | 0 | var | | 0 | |"),
                            Map.entry(2, "UserFirstname | Firstname | first_name | 1 | 1 | var | | 0 | |"),
                            Map.entry(3, "UserLastname | Lastname | last_name | 1 | 1 | var | | 0 | |"),
                            Map.entry(4, "UserLogin | Username | login | 1 | 1 | var | | 0 | |"),
                            Map.entry(5, "UserPassword | Password | pw | 0 | 0 | var | | 0 | |"),
                            Map.entry(6, "UserEmail | Email | email | 1 | 1 | var | | 0 | |"),
                            Map.entry(7, "UserCustomerID | CustomerID | customer_id | 0 | 1 | var | | 0 | |"),
                            Map.entry(8, "UserPhone | Phone | phone | 1 | 0 | var | | 0 | |"),
                            Map.entry(9, "UserFax | Fax | fax | 1 | 0 | var | | 0 | |"),
                            Map.entry(10, "UserMobile | Mobile | mobile | 1 | 0 | var | | 0 | |"),
                            Map.entry(11, "UserStreet | Street | street | 1 | 0 | var | | 0 | |"),
                            Map.entry(12, "UserZip | Zip | zip | 1 | 0 | var | | 0 | |"),
                            Map.entry(13, "UserCity | City | city | 1 | 0 | var | | 0 | |"),
                            Map.entry(14, "UserCountry | Country | country | 1 | 0 | var | | 0 | |"),
                            Map.entry(15, "UserComment | Comment | comments | 1 | 0 | var | | 0 | |"),
                            Map.entry(16, "ValidID | Valid | valid_id | 0 | 1 | int | | 0 | |")),
                    List.of(Fields.LOGIN, Fields.EMAIL, Fields.CUSTOMER),
                    "login",
                    List.of("first_name", "last_name", "email"),
                    List.of("login", "first_name", "last_name", "customer_id"),
                    "*",
                    List.of("email"),
                    List.of("title", "first_name", "last_name"),
                    86_400,
                    true,
                    true,
                    false),
            Fields.LOGIN,
            "customer_user",
            "customer_id",
            "valid_id");

    private final BundleContext context;
    private final PersistenceProvider provider;

    @Activate
    public CustomerUserTable(
            BundleContext context, @Reference(target = TableSource.ECLIPSELINK) PersistenceProvider provider) {
        super(context, CustomerUserSource.class);
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

    static final class Source extends TableSource
            implements CustomerUserSource,
                    CustomerIdSource,
                    RenamingSource,
                    CustomerMovingSource,
                    AuthenticatingSource {
        Source(TableSettings settings, PersistenceProvider provider, BundleContext context) {
            super(settings, provider, changed -> DataSourceSupply.open(context, settings, changed));
        }

        @Override
        public CustomerIdList customerIds(CustomerIdQuery query, Deadline deadline) throws SourceUnavailableException {
            return listCustomerIds(query, deadline);
        }
    }
}
