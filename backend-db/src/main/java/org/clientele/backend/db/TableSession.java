package org.clientele.backend.db;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.persistence.EntityManagerFactory;
import javax.persistence.spi.PersistenceProvider;
import javax.sql.DataSource;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.field.Field;
import org.clientele.spi.Deadline;
import org.eclipse.persistence.dynamic.DynamicType;
import org.eclipse.persistence.exceptions.EclipseLinkException;
import org.eclipse.persistence.internal.databaseaccess.DatabaseCall;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.helper.DatabaseTable;
import org.eclipse.persistence.jpa.dynamic.JPADynamicHelper;
import org.eclipse.persistence.jpa.dynamic.JPADynamicTypeBuilder;
import org.eclipse.persistence.logging.SessionLog;
import org.eclipse.persistence.mappings.DirectToFieldMapping;
import org.eclipse.persistence.queries.DatabaseQuery;
import org.eclipse.persistence.sessions.DatabaseRecord;
import org.eclipse.persistence.sessions.server.ClientSession;
import org.eclipse.persistence.sessions.server.ServerSession;

/** EclipseLink over one table: its factory, its session and the dynamic type that the table became. */
final class TableSession implements AutoCloseable {
    private static final String TYPE = "org.clientele.backend.db.dynamic.Record";

    private final EntityManagerFactory factory;
    private final ServerSession session;
    private final DynamicType type;
    private final String slot;

    TableSession(PersistenceProvider provider, DataSource dataSource, TableMetadata table, TableSettings settings) {
        slot = settings.description().slot();
        PersistenceUnit unit = new PersistenceUnit(dataSource, table.family());
        factory = provider.createContainerEntityManagerFactory(unit, Map.of());
        try {
            session = factory.unwrap(ServerSession.class);
            session.setSessionLog(new Slf4jSessionLog());
            // the directory repeats and breaks; waiting in here would only use up its deadline
            session.getLogin().setQueryRetryAttemptCount(0);
            session.getLogin().setConnectionHealthValidatedOnError(false);
            type = type(unit, table, settings);
            new JPADynamicHelper(factory).addTypes(false, false, type);
            // a kept insert was prepared without the limit of the call
            type.getDescriptor().getQueryManager().setInsertQuery(null);
        } catch (RuntimeException e) {
            factory.close();
            throw e;
        }
    }

    DynamicType type() {
        return type;
    }

    /** Runs a prepared query with other values; the query itself stays as it is, so many threads may use it. */
    List<?> read(DatabaseQuery kept, List<?> values, Deadline deadline) {
        DatabaseQuery query = (DatabaseQuery) kept.clone();
        // a clone of a report query forgets that it is prepared, and would be cloned once more
        query.setIsPrepared(true);
        query.setIsExecutionClone(true);
        limit((DatabaseCall) query.getDatasourceCall(), deadline);
        return (List<?>) session.executeQuery(query, new Arguments(query.getArguments(), values));
    }

    /** The call of a prepared query knows the limit that the query had when it was prepared, and no other. */
    private static void limit(DatabaseCall call, Deadline deadline) {
        call.setQueryTimeout(deadline.remainingMillis());
        call.setQueryTimeoutUnit(TimeUnit.MILLISECONDS);
    }

    /** Prepares a query for {@link #read}. */
    void prepare(DatabaseQuery query) {
        query.prepareCall(session, new DatabaseRecord());
    }

    /** Runs one statement in a transaction of its own, unless the call is given up before it is written. */
    int write(DatabaseQuery query, List<?> values, Deadline deadline) throws SourceUnavailableException {
        requireTimeToBegin(deadline);
        ClientSession client = client();
        try {
            begin(client);
            // the wait for a connection took its time too
            requireTimeToBegin(deadline);
            query.setQueryTimeout(deadline.remainingMillis());
            Object answer = client.executeQuery(query, values);
            if (isLate(deadline)) {
                throw late();
            }
            client.commitTransaction();
            return answer instanceof Integer count ? count : 1;
        } finally {
            rollBack(client);
            client.release();
        }
    }

    @Override
    public void close() {
        factory.close();
    }

    /** Whoever called has gone on when the deadline has passed: what he was told is that nothing was written. */
    private static boolean isLate(Deadline deadline) {
        return deadline.passed() || Thread.currentThread().isInterrupted();
    }

    private SourceUnavailableException late() {
        return new SourceUnavailableException(Reason.TIME_OUT, "There was no time left to write to " + slot + ".");
    }

    private void requireTimeToBegin(Deadline deadline) throws SourceUnavailableException {
        if (isLate(deadline)) {
            throw late().withoutEffect();
        }
    }

    private ClientSession client() {
        try {
            ClientSession client = session.acquireClientSession();
            // It makes one of its own. The server session's is no thing for several threads: once two have met in it,
            // it keeps whatever is written.
            client.setCommitManager(null);
            return client;
        } catch (EclipseLinkException e) {
            throw new NotBegunException(e);
        }
    }

    /** Takes the connection at once, and not only for the statement, so that it can be told what failed. */
    private void begin(ClientSession client) {
        try {
            client.beginTransaction();
            session.acquireClientConnection(client);
        } catch (EclipseLinkException e) {
            throw new NotBegunException(e);
        }
    }

    private static void rollBack(ClientSession client) {
        if (client.isInTransaction()) {
            try {
                client.rollbackTransaction();
            } catch (EclipseLinkException e) {
                // the statement's own failure is on its way to the caller and says more
                client.log(SessionLog.FINE, "transaction", "Roll-back failed", null);
            }
        }
    }

    private static DynamicType type(PersistenceUnit unit, TableMetadata table, TableSettings settings) {
        Class<?> entity = unit.loader().createDynamicClass(TYPE);
        JPADynamicTypeBuilder builder =
                new JPADynamicTypeBuilder(entity, null, table.name().name());
        DynamicType type = builder.getType();
        DatabaseTable databaseTable = type.getDescriptor().getTables().get(0);
        databaseTable.setName(table.name().name());
        databaseTable.setTableQualifier(table.name().place());
        databaseTable.setUseDelimiters(true);
        Column id = table.required(settings.description().search().idField());
        type.getDescriptor().addPrimaryKeyField(field(databaseTable, id));
        List<String> written = written(settings, table);
        for (Column column : table.columns()) {
            DirectToFieldMapping mapping =
                    builder.addDirectMapping(column.name(), column.kind().type(), column.name());
            mapping.setField(field(databaseTable, column));
            if (!written.contains(column.name())) {
                mapping.readOnly();
            }
        }
        return type;
    }

    /** A field with quotes, in the style of the database; a name in text would be taken apart. */
    private static DatabaseField field(DatabaseTable table, Column column) {
        DatabaseField field = new DatabaseField();
        field.setName(column.name());
        field.setUseDelimiters(true);
        field.setTable(table);
        return field;
    }

    /** Which columns a statement may write; all others keep the database's own defaults. */
    private static List<String> written(TableSettings settings, TableMetadata table) {
        return Stream.of(
                        settings.description().fields().stream().map(Field::storage),
                        Stream.of(settings.validColumn()),
                        settings.foreign() ? Stream.<String>empty() : Audit.COLUMNS.stream())
                .flatMap(names -> names)
                .flatMap(name -> table.column(name).stream())
                .filter(column -> !column.generated())
                .map(Column::name)
                .toList();
    }
}
