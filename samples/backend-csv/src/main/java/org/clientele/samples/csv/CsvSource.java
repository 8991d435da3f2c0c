package org.clientele.samples.csv;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.Finding;
import org.clientele.SourceState;
import org.clientele.SourceUnavailableException;
import org.clientele.spi.CustomerUserSource;
import org.clientele.spi.Deadline;
import org.clientele.spi.RecordSet;
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

/** Customer users in a CSV file, read only. A changed file is read again; a broken one leaves the last good records. */
@Component(configurationPid = "org.clientele.samples.csv", configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class CsvSource implements CustomerUserSource {
    private static final int QUIET_MILLIS = 1000; // what was written just now may be half of it
    private static final String KEPT = "; what it held before is used until this is mended";
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

    private final SourceDescription source;
    private final CsvFile file;
    private final List<Finding> configuration;
    private volatile Content content;

    private record Content(String stamp, boolean usable, RecordSet records, SourceCondition condition) {}

    /** Makes the source, whatever is wrong with its configuration; reads no file yet. */
    @Activate
    public CsvSource(Map<String, Object> properties) {
        Settings settings = new Settings(properties);
        source = SourceSettings.read(settings, DEFAULTS);
        String delimiter = settings.text("delimiter", ",").replace("tab", "\t");
        if (!delimiter.matches("[,;|\t]")) {
            settings.error("delimiter", "is '" + delimiter + "'; write , or ; or | or tab");
        }
        file = new CsvFile(new File(settings.required("file", "/var/lib/people.csv")), delimiter);
        configuration = settings.findings();
        content = new Content("", false, RecordSet.empty(source), SourceCondition.of(configuration));
    }

    @Override
    public SourceDescription description() {
        return source;
    }

    @Override
    public SourceCondition condition() {
        return content.condition();
    }

    @Override
    public Optional<SourceRecord> find(String id, Deadline deadline) throws SourceUnavailableException {
        return records(deadline).find(id, deadline);
    }

    @Override
    public SourcePage search(SourceQuery query, Deadline deadline) throws SourceUnavailableException {
        return records(deadline).search(query, deadline);
    }

    /** Whoever asks while the file is being read waits: that is short, because the size is bounded. */
    private synchronized RecordSet records(Deadline deadline) throws SourceUnavailableException {
        deadline.check();
        SourceCondition.of(configuration).requireReady();
        String stamp = file.path().lastModified() + " " + file.path().length();
        boolean quiet = Math.abs(System.currentTimeMillis() - file.path().lastModified()) > QUIET_MILLIS;
        if ((quiet || !content.usable()) && !stamp.equals(content.stamp())) {
            content = read(stamp);
        }
        content.condition().requireReady();
        return content.records();
    }

    private Content read(String stamp) {
        List<Finding> findings = new ArrayList<>(configuration);
        try {
            RecordSet records = file.read(source, findings);
            return new Content(stamp, true, records, SourceCondition.of(findings));
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            return unreadable(stamp, e.getCause() == null ? e : e.getCause());
        }
    }

    private Content unreadable(String stamp, Throwable fault) {
        List<Finding> findings = new ArrayList<>(configuration);
        if (!file.path().exists()) {
            findings.add(Finding.error("file", "is not there: " + file.path() + "; the source waits for it"));
            return new Content("", false, RecordSet.empty(source), new SourceCondition(SourceState.WAITING, findings));
        }
        String message = "cannot be used: " + fault.getMessage();
        findings.add(content.usable() ? Finding.warning("file", message + KEPT) : Finding.error("file", message));
        return new Content(stamp, content.usable(), content.records(), SourceCondition.of(findings));
    }
}
