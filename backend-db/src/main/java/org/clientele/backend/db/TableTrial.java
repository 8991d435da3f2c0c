package org.clientele.backend.db;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.persistence.PersistenceException;
import javax.persistence.spi.PersistenceProvider;
import javax.sql.DataSource;
import org.clientele.DirectoryException;
import org.clientele.backend.db.OpenTable.UnknownDatabaseException;
import org.clientele.spi.Criterion;
import org.clientele.spi.SourceDescription;
import org.clientele.spi.SourcePage;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.StepReport;
import org.clientele.spi.StepReport.FailedException;
import org.clientele.spi.TestRun;
import org.eclipse.persistence.exceptions.EclipseLinkException;
import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The test of one table, step by step. Without a pool: one that cannot connect tries again and again. */
final class TableTrial {
    private static final Logger LOG = LoggerFactory.getLogger(TableTrial.class);
    private static final Duration LIMIT = Duration.ofSeconds(10);
    /** How SQL states of refused credentials begin. */
    private static final String REFUSED = "28";
    /** H2's state where a database may only be opened, not made. */
    private static final String NO_DATABASE = "90146";

    private final TableSettings settings;
    private final PersistenceProvider provider;
    private final TestRun run;

    TableTrial(TableSettings settings, PersistenceProvider provider, TestRun run) {
        this.settings = settings;
        this.provider = provider;
        this.run = run;
    }

    void run(BundleContext context) {
        if (!run.settings(settings.findings())) {
            run.skip("driver", "connection", "table", "columns", "key", "indexes", "rows");
            return;
        }
        try (TrialDataSource supply = TrialDataSource.of(context, settings)) {
            Optional<DataSource> dataSource = run.step("driver", LIMIT, supply::find);
            if (dataSource.isPresent()) {
                connect(dataSource.get());
            } else {
                run.skip("connection", "table", "columns", "key", "indexes", "rows");
            }
        }
    }

    private void connect(DataSource dataSource) {
        Optional<Connection> connection = run.step("connection", LIMIT, report -> connected(dataSource, report));
        if (connection.isEmpty()) {
            run.skip("table", "columns", "key", "indexes", "rows");
            return;
        }
        try {
            Optional<TableMetadata> table = run.step("table", LIMIT, report -> table(connection.get(), report));
            if (table.isPresent()) {
                look(dataSource, connection.get(), table.get());
            } else {
                run.skip("columns", "key", "indexes", "rows");
            }
        } finally {
            close(connection.get());
        }
    }

    private void look(DataSource dataSource, Connection connection, TableMetadata table) {
        boolean sound = run.step("columns", LIMIT, report -> columns(dataSource, table, report))
                .isPresent();
        Optional<TableIndexes> indexes = run.step(
                "key",
                LIMIT,
                report -> TableIndexes.read(connection, settings, table).key(report));
        if (indexes.isPresent()) {
            run.step("indexes", LIMIT, indexes.get()::others);
        } else {
            run.skip("indexes");
        }
        if (sound) {
            run.step("rows", LIMIT, report -> rows(dataSource, table, report));
        } else {
            run.skip("rows");
        }
    }

    private Connection connected(DataSource dataSource, StepReport report) throws DirectoryException, FailedException {
        limitLogin(dataSource, report);
        Connection connection;
        try {
            connection = dataSource.getConnection();
        } catch (SQLException e) {
            String state = String.valueOf(e.getSQLState());
            if (state.startsWith(REFUSED)) {
                throw report.failure("The database refused user and password (SQL state " + state + ")");
            } else if (state.equals(NO_DATABASE)) {
                throw report.failure("The database is not there yet, and a test makes none");
            }
            throw Faults.of(slot(), e);
        }
        try {
            DatabaseMetaData about = connection.getMetaData();
            report.say(about.getDatabaseProductName() + " " + about.getDatabaseProductVersion() + ", as "
                    + about.getUserName());
            report.detail("The driver is " + about.getDriverName() + " " + about.getDriverVersion());
            return connection;
        } catch (SQLException e) {
            close(connection);
            throw Faults.of(slot(), e);
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("A connection was lost before it was closed", e);
        }
    }

    /** Some drivers and pools know no such limit; then the limit of the whole test counts. */
    private static void limitLogin(DataSource dataSource, StepReport report) {
        try {
            dataSource.setLoginTimeout(
                    (int) Math.max(1, report.deadline().remaining().toSeconds()));
        } catch (SQLException | RuntimeException e) {
            report.detail("The driver knows no time limit for connecting");
        }
    }

    private TableMetadata table(Connection connection, StepReport report) throws DirectoryException, FailedException {
        try {
            TableMetadata table = OpenTable.describe(connection, settings)
                    .orElseThrow(() -> report.failure(
                            "table " + StorageCheck.missingTable(settings).message()));
            report.say(
                    Quotes.NONE.name(table.name()) + " with " + table.columns().size() + " columns");
            return table;
        } catch (UnknownDatabaseException e) {
            throw report.failure(
                    "type is needed, for " + e.getMessage() + "; write one of " + DatabaseFamily.allTypes());
        } catch (SQLException e) {
            throw Faults.of(slot(), e);
        }
    }

    private boolean columns(DataSource dataSource, TableMetadata table, StepReport report)
            throws DirectoryException, FailedException {
        report.findings(StorageCheck.columnFindings(settings, table), "The table has every column that is named");
        try {
            new AuditUser(settings, table)
                    .finding(dataSource)
                    .ifPresent(finding -> report.warn(finding.key() + " " + finding.message()));
        } catch (SQLException e) {
            throw Faults.of(slot(), e);
        }
        Column id = table.required(settings.description().search().idField());
        report.detail(id.name()
                + (table.ignoresCase(id)
                        ? ": the database takes upper and lower case for the same"
                        : ": the database tells upper from lower case")
                + (id.collation().isEmpty() ? "" : " (" + id.collation() + ")"));
        return true;
    }

    private boolean rows(DataSource dataSource, TableMetadata table, StepReport report) throws DirectoryException {
        try (OpenTable open = new OpenTable(provider, dataSource, table, settings)) {
            SourceQuery first = new SourceQuery(Criterion.ALL, Optional.empty(), StepReport.MOST_RECORDS, true);
            SourcePage page = open.reader().search(first, report.deadline());
            SourceDescription description = open.describe(settings.description());
            page.records().forEach(record -> report.show(record, description));
            if (page.records().isEmpty()) {
                report.say("The table is empty");
            } else {
                report.say(
                        page.more()
                                ? "The first " + page.records().size() + " records, there are more"
                                : "All " + page.records().size() + " records");
            }
            return true;
        } catch (PersistenceException | EclipseLinkException | IllegalStateException e) {
            throw Faults.of(slot(), e);
        }
    }

    private String slot() {
        return settings.description().slot();
    }
}
