package org.clientele;

import java.util.List;
import java.util.Map;
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
 * @param ownership how sure it is that {@code source} owns the login
 * @param fields values by variable, see {@link DirectoryEntry#fields}
 */
public record CustomerUser(
        String login,
        String source,
        boolean writable,
        String name,
        String mailString,
        Validity validity,
        Ownership ownership,
        Map<String, List<String>> fields)
        implements DirectoryEntry {

    public CustomerUser {
        fields = Fields.copyOf(fields);
    }

    @Override
    public String id() {
        return login;
    }
}
