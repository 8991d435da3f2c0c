package org.clientele.internal;

import java.util.List;
import org.clientele.Fault;
import org.clientele.InvalidInputException;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.field.Fields;

/** Whether the customer of a customer user exists. */
final class KnownCustomer implements Check {
    private final String id;
    private final LookUp.Asking asking;

    private KnownCustomer(String id, LookUp.Asking asking) {
        this.id = id;
        this.asking = asking;
    }

    static Check ask(List<Slot> slots, Memory memory, String id) {
        // nobody is asked about what cannot be an id
        List<Slot> asked = LookUp.isAskable(id) ? slots : List.of();
        return new KnownCustomer(id, new LookUp(asked, memory).start(id));
    }

    @Override
    public void require() throws InvalidInputException, SourceUnavailableException {
        LookUp.Result result = asking.result();
        if (result.hit().isPresent()) {
            return;
        }
        if (result.unknown()) {
            throw new SourceUnavailableException(
                    Reason.CONNECTION, "The customers cannot be asked whether \"" + id + "\" is one of them");
        }
        String message = "There is no customer \"" + id + "\"; add the customer first.";
        throw new InvalidInputException(Fields.CUSTOMER, Fault.of(Fault.Kind.NO_CUSTOMER, message, id));
    }

    @Override
    public void close() {
        asking.close();
    }
}
