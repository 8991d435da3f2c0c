package org.clientele.backend.db;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.sessions.DatabaseRecord;

/**
 * The values of a query's parameters, each found at once: EclipseLink's own record goes through all names to find one, so that
 * ten thousand values would cost seconds.
 */
final class Arguments extends DatabaseRecord {
    private static final long serialVersionUID = 1L;

    private final transient Map<String, Object> values;

    /** @param names of the parameters, in the order of the values */
    Arguments(List<String> names, List<?> values) {
        super(names.size());
        this.values = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            add(new DatabaseField(names.get(i)), values.get(i));
            this.values.put(names.get(i), values.get(i));
        }
    }

    @Override
    public Object getIndicatingNoEntry(DatabaseField field) {
        return values.containsKey(field.getName()) ? values.get(field.getName()) : noEntry;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
