package org.clientele.backend.db;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.persistence.PersistenceException;
import javax.persistence.spi.PersistenceProvider;
import org.clientele.AlreadyExistsException;
import org.clientele.DirectoryException;
import org.clientele.InvalidInputException;
import org.clientele.NotFoundException;
import org.clientele.Ordering;
import org.clientele.Password;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.StaleException;
import org.clientele.spi.CountingSource;
import org.clientele.spi.Criterion;
import org.clientele.spi.CustomerIdList;
import org.clientele.spi.CustomerIdQuery;
import org.clientele.spi.CustomerMove;
import org.clientele.spi.Deadline;
import org.clientele.spi.DirectorySource;
import org.clientele.spi.ExtensibleSource;
import org.clientele.spi.NewRecord;
import org.clientele.spi.RecordChange;
import org.clientele.spi.SortingSource;
import org.clientele.spi.SourceCondition;
import org.clientele.spi.SourceDescription;
import org.clientele.spi.SourcePage;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.SourceRecord;
import org.clientele.spi.WritableSource;
import org.eclipse.persistence.exceptions.EclipseLinkException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records in one configured table. What it holds is described by its configuration; the table is reached when needed. */
class TableSource
        implements DirectorySource, SortingSource, CountingSource, WritableSource, ExtensibleSource, AutoCloseable {
    static final String ECLIPSELINK = "(javax.persistence.provider=org.eclipse.persistence.jpa.PersistenceProvider)";

    private static final Logger LOG = LoggerFactory.getLogger(TableSource.class);

    private final TableSettings settings;
    private final Contact contact;

    TableSource(TableSettings settings, PersistenceProvider provider, Function<Runnable, DataSourceSupply> supplies) {
        this.settings = settings;
        this.contact = new Contact(settings, provider, supplies);
    }

    @Override
    public final SourceDescription description() {
        return contact.description();
    }

    @Override
    public final SourceCondition condition() {
        return contact.condition();
    }

    @Override
    public final Optional<SourceRecord> find(String id, Deadline deadline) throws SourceUnavailableException {
        return asked(deadline, table -> table.reader().find(id, deadline));
    }

    @Override
    public final SourcePage search(SourceQuery query, Deadline deadline) throws SourceUnavailableException {
        return asked(deadline, table -> table.reader().search(query, deadline));
    }

    @Override
    public final SourcePage sort(SourceQuery query, List<Ordering> order, Deadline deadline)
            throws SourceUnavailableException {
        return asked(deadline, table -> table.reader().sort(query, order, deadline));
    }

    @Override
    public final long count(Criterion criterion, boolean includeInvalid, Deadline deadline)
            throws SourceUnavailableException {
        return asked(deadline, table -> table.reader().count(criterion, includeInvalid, deadline));
    }

    /** The customer IDs of customer users. */
    final CustomerIdList listCustomerIds(CustomerIdQuery query, Deadline deadline) throws SourceUnavailableException {
        return asked(deadline, table -> table.reader().customerIds(query, deadline));
    }

    @Override
    public final void add(NewRecord record, Deadline deadline)
            throws AlreadyExistsException, InvalidInputException, SourceUnavailableException {
        OpenTable table = tableToWrite(deadline);
        try {
            table.writer().add(record, deadline);
        } catch (PersistenceException | EclipseLinkException e) {
            RefusedValue refused = new RefusedValue(settings, table, deadline);
            refused.explain(e, record);
            throw failed(table, e);
        }
    }

    @Override
    public final void update(RecordChange change, Deadline deadline)
            throws NotFoundException, StaleException, AlreadyExistsException, InvalidInputException,
                    SourceUnavailableException {
        update(change, Optional.empty(), deadline);
    }

    /** See {@link org.clientele.spi.RenamingSource}. */
    public final void rename(RecordChange change, String newId, Deadline deadline)
            throws NotFoundException, StaleException, AlreadyExistsException, InvalidInputException,
                    SourceUnavailableException {
        update(change, Optional.of(newId), deadline);
    }

    private void update(RecordChange change, Optional<String> newId, Deadline deadline)
            throws NotFoundException, StaleException, AlreadyExistsException, InvalidInputException,
                    SourceUnavailableException {
        OpenTable table = tableToWrite(deadline);
        try {
            if (table.writer().update(change, newId, deadline)) {
                return;
            }
        } catch (PersistenceException | EclipseLinkException e) {
            RefusedValue refused = new RefusedValue(settings, table, deadline);
            refused.explain(e, change, newId);
            throw failed(table, e);
        }
        if (isGone(change.id(), deadline)) {
            throw new NotFoundException("The record is not there any more.");
        }
        throw new StaleException("The record was changed in the meantime.");
    }

    /** For sources of customer users, see {@link org.clientele.spi.CustomerMovingSource}. */
    public final int moveCustomerUsers(CustomerMove move, Deadline deadline)
            throws InvalidInputException, SourceUnavailableException {
        OpenTable table = tableToWrite(deadline);
        try {
            return table.mover().move(move, deadline);
        } catch (PersistenceException | EclipseLinkException e) {
            new RefusedValue(settings, table, deadline).explain(e, move);
            throw failed(table, e);
        }
    }

    /**
     * As {@link org.clientele.spi.AuthenticatingSource#authenticate}, for sources of customer users. A password in an old
     * form is stored anew after the answer was given, so that nothing that goes wrong there can change the answer.
     */
    public final boolean authenticate(String id, Password password, Deadline deadline)
            throws SourceUnavailableException {
        OpenTable table = contact.table(deadline);
        try {
            Optional<String> stored = table.authentication().accepted(id, password, deadline);
            PasswordSettings passwords = settings.passwords();
            if (passwords.upgrade()
                    && stored.filter(passwords.format()::improves).isPresent()) {
                contact.later(() -> upgrade(id, stored.get(), password));
            }
            return stored.isPresent();
        } catch (PersistenceException | EclipseLinkException e) {
            throw failed(table, e);
        }
    }

    @Override
    public final void extend(String storage, int length, Deadline deadline)
            throws InvalidInputException, SourceUnavailableException {
        OpenTable table = contact.table(deadline);
        try {
            new TableExtension(table, settings).add(storage, length, deadline);
        } catch (SQLException e) {
            throw failed(table, e);
        }
    }

    @Override
    public void close() {
        contact.close();
    }

    private void upgrade(String id, String stored, Password password) {
        Deadline deadline = Deadline.in(settings.description().calls().answerTimeLimit());
        try {
            contact.table(deadline).writer().upgrade(id, stored, password, deadline);
        } catch (DirectoryException | PersistenceException | EclipseLinkException e) {
            LOG.warn(
                    "{}: a password could not be stored in the format {}; it stays as it is until the next sign-in",
                    settings.description().slot(),
                    settings.passwords().format().key());
            LOG.debug(
                    "{}: why a password was not stored anew",
                    settings.description().slot(),
                    e);
        }
    }

    private OpenTable tableToWrite(Deadline deadline) throws SourceUnavailableException {
        try {
            return contact.table(deadline);
        } catch (SourceUnavailableException e) {
            throw e.withoutEffect();
        }
    }

    /** Whether a record that a statement did not change is not there. */
    private boolean isGone(String id, Deadline deadline) throws SourceUnavailableException {
        try {
            return find(id, deadline).isEmpty();
        } catch (SourceUnavailableException e) {
            throw e.withoutEffect();
        }
    }

    /** Asks once more where the table was closed during the call: its data source or its columns were changed. */
    private <T> T asked(Deadline deadline, Function<OpenTable, T> question) throws SourceUnavailableException {
        OpenTable table = contact.table(deadline);
        try {
            return asked(table, question);
        } catch (SourceUnavailableException e) {
            if (table.isClosed() && !deadline.passed()) {
                return asked(contact.table(deadline), question);
            }
            throw e;
        }
    }

    private <T> T asked(OpenTable table, Function<OpenTable, T> question) throws SourceUnavailableException {
        try {
            return question.apply(table);
        } catch (NotComparableException e) {
            throw new SourceUnavailableException(Reason.REQUEST, String.valueOf(e.getMessage()), e);
        } catch (PersistenceException | EclipseLinkException | IllegalStateException e) {
            throw failed(table, e);
        }
    }

    private SourceUnavailableException failed(OpenTable table, Exception e) {
        SourceUnavailableException failure = Faults.of(description().slot(), e);
        if (failure.reason() == Reason.REQUEST && table.isClosed()) {
            failure = reopened(e);
        }
        if (failure.reason() != Reason.TIME_OUT && failure.reason() != Reason.REQUEST) {
            contact.suspect(e);
        }
        return e instanceof NotBegunException ? failure.withoutEffect() : failure;
    }

    private SourceUnavailableException reopened(Exception e) {
        String slot = description().slot();
        String message = "The table of " + slot + " was opened anew during the call, for its data source or its columns"
                + " were changed; " + slot + " can be asked again at once.";
        return new SourceUnavailableException(Reason.CONNECTION, message, e);
    }
}
