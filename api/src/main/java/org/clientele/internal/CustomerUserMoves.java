package org.clientele.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.clientele.DirectoryException;
import org.clientele.InvalidInputException;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.customer.MovedCustomerUsers;
import org.clientele.customer.MovedCustomerUsers.Rest;
import org.clientele.field.Fields;
import org.clientele.spi.CustomerMove;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves the customer users of a renamed customer, source by source. May be repeated. */
final class CustomerUserMoves {
    private static final Logger LOG = LoggerFactory.getLogger(CustomerUserMoves.class);

    private final List<Slot> slots;
    private final Memory memory;
    private final CustomerMove move;

    CustomerUserMoves(List<Slot> slots, Memory memory, CustomerMove move) {
        this.slots = slots;
        this.memory = memory;
        this.move = move;
    }

    /**
     * Requires, before anything is changed, that the sources whose customer users will have to be moved answer and can keep the
     * new customer ID.
     */
    void requirePossible() throws SourceUnavailableException, InvalidInputException {
        for (Slot slot : slots) {
            Optional<SourceMove> source = slot.source().map(found -> new SourceMove(found, move));
            boolean takesChanges = source.map(SourceMove::isPossible).orElse(true);
            if (takesChanges && memory.counts(slot.sourceId())) {
                requireFit(slot, isConcerned(slot, source));
            }
        }
    }

    private static boolean isConcerned(Slot slot, Optional<SourceMove> source) throws SourceUnavailableException {
        try {
            return source.orElseThrow(slot::waiting).isAnybodyLeft();
        } catch (DirectoryException e) {
            throw new SourceUnavailableException(
                    Reason.CONNECTION,
                    slot.name()
                            + " cannot be asked which customer users the customer has; nothing was changed, try again"
                            + " when it is back",
                    e);
        }
    }

    private void requireFit(Slot slot, boolean concerned) throws InvalidInputException {
        AskedSource source = slot.source().orElseThrow();
        if (!concerned || source.description().field(Fields.CUSTOMER).isEmpty()) {
            return;
        }
        try {
            new FieldRules(source.description(), false).check(Map.of(Fields.CUSTOMER, move.to()));
        } catch (InvalidInputException e) {
            throw new InvalidInputException(
                    Fields.CUSTOMER_ID,
                    "The customer users in " + slot.name() + " cannot have this customer ID: "
                            + String.join(" ", e.messages().values()));
        }
    }

    /** @param wanted is asked before each call to a source; once it says no, what is left is left */
    List<MovedCustomerUsers> carryOut(BooleanSupplier wanted) {
        List<MovedCustomerUsers> moved = new ArrayList<>();
        for (Slot slot : slots) {
            moved.add(slot.source()
                    .map(source -> moved(slot, new SourceMove(source, move), wanted))
                    .orElseGet(() -> new MovedCustomerUsers(slot.name(), 0, unasked(slot, true))));
        }
        return moved;
    }

    private MovedCustomerUsers moved(Slot slot, SourceMove source, BooleanSupplier wanted) {
        try {
            if (source.isPossible()) {
                source.run(wanted);
            }
            return new MovedCustomerUsers(slot.name(), source.moved(), rest(source));
        } catch (DirectoryException e) {
            LOG.warn(
                    "{}: customer users of a renamed customer may be left with the former customer ID", slot.name(), e);
            return new MovedCustomerUsers(slot.name(), source.moved(), unasked(slot, source.isPossible()));
        }
    }

    private static Rest rest(SourceMove source) throws DirectoryException {
        if (!source.isAnybodyLeft()) {
            return Rest.NONE;
        }
        if (!source.isPossible()) {
            return Rest.READ_ONLY;
        }
        return source.isRefused() ? Rest.REFUSED : Rest.UNFINISHED;
    }

    /** A source that never answered stands in nobody's way. */
    private Rest unasked(Slot slot, boolean takesChanges) {
        return takesChanges && memory.counts(slot.sourceId()) ? Rest.UNFINISHED : Rest.UNKNOWN;
    }
}
