package org.clientele.field;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The ways of showing a record of one source: which fields in which order, what their values are called, where they lead.
 * Immutable.
 */
public final class RecordView {
    private final List<LinkedField> fields;
    private final Optional<URI> base;

    /** A field and the link that its row asks for. */
    private record LinkedField(Field field, Optional<LinkTemplate> link) {}

    /**
     * @param fields the rows of the source's map in order
     * @param base what relative links are relative to, empty for no such links
     */
    public RecordView(List<Field> fields, Optional<URI> base) {
        this.fields = fields.stream()
                .filter(field -> !Fields.isPassword(field))
                .map(field -> new LinkedField(field, template(field)))
                .toList();
        this.base = base;
    }

    /**
     * The rows of a view, in the order of the map; fields without value are left out ({@code 0} is a value), and the password
     * always is.
     *
     * @param record values by variable
     * @param view what is shown: {@link Shown#FORM} every field, {@link Shown#RECORD} the record view, {@link Shown#SHORT} the
     *     short view, which is the record view where the map marks no field for it
     */
    public List<ViewRow> rows(Map<String, List<String>> record, Shown view) {
        Shown least = least(view);
        List<ViewRow> rows = new ArrayList<>();
        for (LinkedField linked : fields) {
            List<ViewRow.Value> values = values(linked, record);
            if (linked.field().shown().compareTo(least) >= 0 && !values.isEmpty()) {
                rows.add(new ViewRow(linked.field().variable(), linked.field().label(), values));
            }
        }
        return rows;
    }

    private Shown least(Shown view) {
        boolean marked = fields.stream().anyMatch(linked -> linked.field().shown() == Shown.SHORT);
        return view == Shown.SHORT && !marked ? Shown.RECORD : view;
    }

    private List<ViewRow.Value> values(LinkedField linked, Map<String, List<String>> record) {
        Field field = linked.field();
        return record.getOrDefault(field.variable(), List.of()).stream()
                .filter(value -> !value.isEmpty())
                .map(value -> new ViewRow.Value(
                        value, field.selections().getOrDefault(value, value), link(linked, record, value)))
                .toList();
    }

    /** Of several values each links to its own; of other fields the first value counts. */
    private Optional<Link> link(LinkedField linked, Map<String, List<String>> record, String value) {
        Field field = linked.field();
        UnaryOperator<String> values = variable -> variable.equals(field.variable())
                ? value
                : record.getOrDefault(variable, List.of()).stream().findFirst().orElse("");
        return linked.link()
                .flatMap(template -> template.address(values, base))
                .map(address -> new Link(address, field.linkTarget(), field.linkClasses()));
    }

    /** A source whose configuration has a bad link is misconfigured and says so; here it just has none. */
    private static Optional<LinkTemplate> template(Field field) {
        try {
            return field.link().isEmpty() ? Optional.empty() : Optional.of(LinkTemplate.of(field.link()));
        } catch (IllegalArgumentException noTemplate) {
            return Optional.empty();
        }
    }
}
