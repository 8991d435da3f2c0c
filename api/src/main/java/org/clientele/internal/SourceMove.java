package org.clientele.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.clientele.AlreadyExistsException;
import org.clientele.Condition;
import org.clientele.DirectoryException;
import org.clientele.InvalidInputException;
import org.clientele.NotFoundException;
import org.clientele.StaleException;
import org.clientele.field.Field;
import org.clientele.field.Fields;
import org.clientele.spi.Criterion;
import org.clientele.spi.CustomerMove;
import org.clientele.spi.RecordChange;
import org.clientele.spi.RecordChange.Values;
import org.clientele.spi.SourcePage;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.SourceQuery.Position;
import org.clientele.spi.SourceRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The move of the customer users of one source. For one thread. */
final class SourceMove {
    private static final Logger LOG = LoggerFactory.getLogger(SourceMove.class);
    private static final int AT_ONCE = 500;
    /** Usually the first one says it. */
    private static final int PROBE = 20;

    private final AskedSource source;
    private final CustomerMove move;
    private long moved;
    private boolean refused;
    private boolean singly;

    SourceMove(AskedSource source, CustomerMove move) {
        this.source = source;
        this.move = move;
        this.singly = !source.movesCustomerUsers();
    }

    /** Whether the source takes changes of the customer. */
    boolean isPossible() {
        return source.writable() && isWritten(Fields.CUSTOMER);
    }

    private boolean isWritten(String variable) {
        return source.description()
                .field(variable)
                .filter(field -> !field.readOnly())
                .filter(Fields.written(source.fields())::contains)
                .isPresent();
    }

    /** How many were moved so far. */
    long moved() {
        return moved;
    }

    /** Whether the storage refused the new customer ID for somebody. */
    boolean isRefused() {
        return refused;
    }

    void run(BooleanSupplier wanted) throws DirectoryException {
        if (!singly) {
            moveMany(wanted);
        }
        if (singly) {
            oneByOne(primary(), wanted);
        }
        if (further().isPresent() && isWritten(Fields.FURTHER_CUSTOMERS)) {
            oneByOne(further().get(), wanted);
        }
    }

    /** What the storage refuses for one of many may be possible for the others. */
    private void moveMany(BooleanSupplier wanted) throws DirectoryException {
        try {
            int some;
            do {
                some = wanted.getAsBoolean() ? source.moveCustomerUsers(move).result() : 0;
                moved += some;
            } while (some > 0);
        } catch (InvalidInputException e) {
            LOG.debug("Customer users cannot be moved to the new ID of their customer all at once", e);
            singly = true;
        }
    }

    private void oneByOne(Criterion criterion, BooleanSupplier wanted) throws DirectoryException {
        Optional<Position> after = Optional.empty();
        do {
            SourcePage page = page(criterion, after, AT_ONCE);
            for (SourceRecord record : page.records()) {
                Map<String, Values> fields = changes(record);
                if (!fields.isEmpty() && wanted.getAsBoolean()) {
                    change(record, fields);
                }
            }
            after = next(page);
        } while (after.isPresent());
    }

    /** Somebody who was changed meanwhile is still there when it is asked who is left. */
    private void change(SourceRecord record, Map<String, Values> fields) throws DirectoryException {
        try {
            source.update(new RecordChange(record.id(), fields, Optional.empty(), move.actor()))
                    .result();
            moved += isMoved(record) ? 0 : 1;
        } catch (StaleException | NotFoundException e) {
            LOG.debug("A customer user was changed by somebody else when his customer was renamed", e);
        } catch (InvalidInputException | AlreadyExistsException e) {
            refused = true;
            LOG.debug("A customer user cannot have the new ID of his customer", e);
        }
    }

    /** Whether somebody was counted already, when many were moved at once. */
    private boolean isMoved(SourceRecord record) {
        return !singly && RecordValues.of(record, Fields.CUSTOMER).equals(move.to());
    }

    /** The fields in which a record names the former customer ID, as far as they can name the new one. */
    private Map<String, Values> changes(SourceRecord record) {
        Map<String, Values> changes = new LinkedHashMap<>();
        String customer = RecordValues.of(record, Fields.CUSTOMER);
        if (isPrimary(record) && singly) {
            changes.put(Fields.CUSTOMER, new Values(customer, move.to()));
        }
        String text = RecordValues.of(record, Fields.FURTHER_CUSTOMERS);
        if (isFurther(record) && isWritten(Fields.FURTHER_CUSTOMERS)) {
            Optional<String> replaced = CustomerIds.replaced(text, move);
            refused |= replaced.isEmpty();
            replaced.ifPresent(after -> changes.put(Fields.FURTHER_CUSTOMERS, new Values(text, after)));
        }
        return changes;
    }

    /** Whether anybody names the former customer ID. */
    boolean isAnybodyLeft() throws DirectoryException {
        return isAnybody(primary())
                || (further().isPresent() && isAnybody(further().get()));
    }

    private boolean isAnybody(Criterion criterion) throws DirectoryException {
        Optional<Position> after = Optional.empty();
        do {
            SourcePage page = page(criterion, after, PROBE);
            if (page.records().stream().anyMatch(record -> isPrimary(record) || isFurther(record))) {
                return true;
            }
            after = next(page);
        } while (after.isPresent());
        return false;
    }

    private boolean isPrimary(SourceRecord record) {
        return record.fields().getOrDefault(Fields.CUSTOMER, List.of()).stream().anyMatch(move::concerns);
    }

    private boolean isFurther(SourceRecord record) {
        return record.fields().getOrDefault(Fields.FURTHER_CUSTOMERS, List.of()).stream()
                .flatMap(text -> CustomerIds.listed(text).stream())
                .anyMatch(move::concerns);
    }

    private Criterion primary() {
        return new Criterion.Detailed(List.of(), Set.of(move.from()), Set.of());
    }

    /** They are kept as one text; empty if the source has no such field. */
    private Optional<Criterion> further() {
        Optional<Field> field = source.description().field(Fields.FURTHER_CUSTOMERS);
        Condition condition = new Condition.Like(Fields.FURTHER_CUSTOMERS, Set.of("*" + move.from() + "*"));
        return field.map(found -> new Criterion.Detailed(List.of(condition), Set.of(), Set.of()));
    }

    private SourcePage page(Criterion criterion, Optional<Position> after, int limit) throws DirectoryException {
        return source.search(new SourceQuery(criterion, after, limit, true)).result();
    }

    private static Optional<Position> next(SourcePage page) {
        return page.more() && !page.records().isEmpty()
                ? Optional.of(page.records().get(page.records().size() - 1).position())
                : Optional.empty();
    }
}
