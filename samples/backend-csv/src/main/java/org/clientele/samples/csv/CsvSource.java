package org.clientele.samples.csv;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.SourceUnavailableException;
import org.clientele.spi.CustomerUserSource;
import org.clientele.spi.Deadline;
import org.clientele.spi.Settings;
import org.clientele.spi.SourceCondition;
import org.clientele.spi.SourceDefaults;
import org.clientele.spi.SourceDescription;
import org.clientele.spi.SourcePage;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.SourceRecord;
import org.clientele.spi.SourceSettings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;

/** Customer users in a CSV file, read only: one source per configuration. A changed configuration makes a new one. */
@Component(configurationPid = "org.clientele.samples.csv", configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class CsvSource implements CustomerUserSource {
    private static final SourceDefaults DEFAULTS = SourceDefaults.readOnly(
            "CSV",
            Map.of(
                    1, "UserFirstname | Firstname | first_name | 1 | 1 | var | | 1 | |",
                    2, "UserLastname | Lastname | last_name | 1 | 1 | var | | 1 | |",
                    3, "UserLogin | Username | login | 1 | 1 | var | | 1 | |",
                    4, "UserEmail | Email | email | 1 | 1 | var | | 1 | |",
                    5, "UserCustomerID | CustomerID | customer_id | 0 | 1 | var | | 1 | |"),
            "login",
            List.of("first_name", "last_name", "email"),
            List.of("login", "first_name", "last_name", "customer_id"),
            List.of("email"),
            List.of("first_name", "last_name"));

    private final SourceDescription description;
    private final CsvFile file;

    /** Makes the source, whatever is wrong with its configuration; reads no file yet. */
    @Activate
    public CsvSource(Map<String, Object> properties) {
        Settings settings = new Settings(properties);
        description = SourceSettings.read(settings, DEFAULTS);
        file = new CsvFile(settings, description);
    }

    @Override
    public SourceDescription description() {
        return description;
    }

    @Override
    public SourceCondition condition() {
        return file.condition();
    }

    @Override
    public Optional<SourceRecord> find(String id, Deadline deadline) throws SourceUnavailableException {
        return file.records(deadline).find(id, deadline);
    }

    @Override
    public SourcePage search(SourceQuery query, Deadline deadline) throws SourceUnavailableException {
        return file.records(deadline).search(query, deadline);
    }
}
