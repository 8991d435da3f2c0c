package org.clientele;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientele.field.Fields;

/**
 * A customer user: a person of a company that is served.
 *
 * @param login the login as stored
 * @param source the slot of the source that owns the login
 * @param writable whether this record can be changed
 * @param name the name for people, may be empty
 * @param mailString name and address as a mail header takes them, made by the source from its list fields: {@code "John Doe"
 *     <john@example.com>}, the address alone if there is no name, the name alone if there is no address, may be empty
 * @param validity whether the person may use the system
 * @param disabledHere that the person was disabled in this directory and is invalid for that reason alone or also; empty if not
 * @param ownership how sure it is that {@code source} owns the login
 * @param fields values by variable, see {@link DirectoryEntry#fields}
 * @param customerIds the customers that the person acts for, as the record names them: the customer
 *     ({@code UserCustomerID}) first, unless the source leaves it out, then the further ones ({@code UserCustomerIDs}); each
 *     once, in that order
 */
public record CustomerUser(
        String login,
        String source,
        boolean writable,
        String name,
        String mailString,
        Validity validity,
        Optional<DisabledHere> disabledHere,
        Ownership ownership,
        Map<String, List<String>> fields,
        Set<String> customerIds)
        implements DirectoryEntry {

    public CustomerUser {
        fields = Fields.copyOf(fields);
        customerIds = Collections.unmodifiableSet(new LinkedHashSet<>(customerIds));
    }

    /** One who was not disabled here. */
    public CustomerUser(
            String login,
            String source,
            boolean writable,
            String name,
            String mailString,
            Validity validity,
            Ownership ownership,
            Map<String, List<String>> fields,
            Set<String> customerIds) {
        this(login, source, writable, name, mailString, validity, Optional.empty(), ownership, fields, customerIds);
    }

    @Override
    public String id() {
        return login;
    }
}
