package org.clientele.admin.privacy;

import java.util.List;
import java.util.Optional;
import org.clientele.AlreadyExistsException;
import org.clientele.DirectoryException;
import org.clientele.Fault;
import org.clientele.InvalidInputException;
import org.clientele.StaleException;
import org.clientele.UncertainException;
import org.clientele.admin.text.Words;
import org.clientele.field.Fields;

/**
 * Why somebody was not anonymised.
 *
 * @param status the HTTP status
 * @param messages what is wrong as a whole
 * @param name what is wrong with the new login, empty if nothing is
 * @param confirmation what is wrong with the confirmation, empty if nothing is
 */
public record AnonymiseFaults(int status, List<String> messages, String name, String confirmation) {
    static final AnonymiseFaults NONE = new AnonymiseFaults(200, List.of(), "", "");

    public AnonymiseFaults {
        messages = List.copyOf(messages);
    }

    /** How many things are wrong. */
    public int count() {
        return messages.size() + (name.isEmpty() ? 0 : 1) + (confirmation.isEmpty() ? 0 : 1);
    }

    static AnonymiseFaults page(int status, String message) {
        return new AnonymiseFaults(status, List.of(message), "", "");
    }

    static AnonymiseFaults confirmation(String message) {
        return new AnonymiseFaults(422, List.of(), "", message);
    }

    private static AnonymiseFaults name(String message) {
        return new AnonymiseFaults(422, List.of(), message, "");
    }

    static AnonymiseFaults of(DirectoryException cause, Words words) {
        String label = words.get("anonymise.login.new");
        if (cause instanceof InvalidInputException invalid) {
            Optional<Fault> name = Optional.ofNullable(invalid.faults().get(Fields.LOGIN));
            return name.map(fault -> name(words.fault(fault, label)))
                    .orElseGet(() -> page(422, words.refused(invalid)));
        }
        if (cause instanceof AlreadyExistsException taken) {
            String message = words.get(taken.momentary() ? "fault.busy" : "fault.taken", label);
            return taken.variable().equals(Fields.LOGIN) ? name(message) : page(422, message);
        }
        if (cause instanceof StaleException) {
            return page(409, words.get("anonymise.stale"));
        }
        if (cause instanceof UncertainException) {
            return page(503, words.get("anonymise.uncertain"));
        }
        return page(503, words.unavailable(cause));
    }
}
