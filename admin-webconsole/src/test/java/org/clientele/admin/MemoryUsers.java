package org.clientele.admin;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.CustomerUser;
import org.clientele.CustomerUsers;
import org.clientele.Ownership;
import org.clientele.field.Field;
import org.clientele.field.Fields;

final class MemoryUsers extends MemoryDirectory<CustomerUser> implements CustomerUsers {
    MemoryUsers(List<MemorySource> sources) {
        super(Fields.LOGIN, sources);
    }

    @Override
    CustomerUser entry(MemorySource source, Map<String, List<String>> record, Ownership ownership) {
        String name = (value(record, "UserTitle") + " " + value(record, "UserFirstname") + " "
                        + value(record, "UserLastname"))
                .strip();
        return new CustomerUser(
                value(record, Fields.LOGIN),
                source.slot,
                source.writable,
                name,
                validity(record),
                ownership,
                record,
                Set.of(value(record, Fields.CUSTOMER)));
    }

    @Override
    public void addField(String source, Field field, int length) {
        throw new UnsupportedOperationException("the screens add no fields");
    }
}
