package org.clientele.spi;

import java.util.List;
import java.util.Optional;
import org.clientele.field.Field;

/**
 * What a source says about itself.
 *
 * @param slot the slot that it fills
 * @param sourceId the identity of the source, by default the slot; it stays when the source moves to another slot
 * @param name the name for people
 * @param backEnd the kind for people, for example {@code Database}
 * @param fields the rows of the map in order, with the lengths that are known
 * @param search how it searches and lists
 * @param rules which rules hold for records of this source
 * @param calls limits of calls
 */
public record SourceDescription(
        String slot,
        String sourceId,
        String name,
        String backEnd,
        List<Field> fields,
        SearchSettings search,
        RuleSettings rules,
        CallSettings calls) {
    public SourceDescription {
        fields = List.copyOf(fields);
    }

    /** The row of a variable, empty if the map has none. */
    public Optional<Field> field(String variable) {
        return fields.stream().filter(f -> f.variable().equals(variable)).findFirst();
    }

    /** The same description with other fields: for lengths that the first contact with the storage brought. */
    public SourceDescription withFields(List<Field> rows) {
        return new SourceDescription(slot, sourceId, name, backEnd, rows, search, rules, calls);
    }
}
